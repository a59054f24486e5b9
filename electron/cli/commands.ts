import type { Command } from './command'
import { convert } from './convert'
import { parallels } from './parallels'
import { passim } from './passim'
import { phrases } from './phrases'
import { read } from './read'
import { search } from './search'
import { validate } from './validate'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [read, search, phrases, parallels, passim, convert, validate]
