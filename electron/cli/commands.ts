import type { Command } from './command'
import { read } from './read'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [read]
