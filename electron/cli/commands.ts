import type { Command } from './command'
import { parallels } from './parallels'
import { phrases } from './phrases'
import { read } from './read'
import { search } from './search'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [read, search, phrases, parallels]
