import type { Language, Translate } from '#shared/messages/index'
import type { MessageKey } from '#shared/messages/keys'

/** How a command ended: 0 all was done; 1 some files could not be read, or what was asked does not hold; 2 wrong use. */
export type ExitStatus = 0 | 1 | 2

/** What a command may use of the world around it. */
export interface Terminal {
  /** Writes to standard output, which holds the result and nothing else. Resolves when more can be written. */
  readonly out: (text: string) => Promise<void>
  /** Says a sentence to the person, on standard error. */
  readonly say: (sentence: string) => void
  /** Messages in the language of the environment. */
  readonly t: Translate
  /** That language. */
  readonly language: Language
  /** Where relative names start. */
  readonly cwd: string
  /** A file that importers need beside the program; see `ReadOptions`. */
  readonly support: (path: string) => Promise<Uint8Array>
}

/** One command of the command line. A new one is a file of its own and a line in `commands.ts`. */
export interface Command {
  readonly name: string
  /** What it does, in one line of the list of commands. */
  readonly summary: MessageKey
  /** All that `--help` teaches: how it is called, its options, examples, exit statuses. */
  readonly help: MessageKey
  /** `args` is what follows the command's name. Throws a `WrongUse` when they make no sense. */
  run(args: readonly string[], terminal: Terminal): Promise<ExitStatus>
}

/** The command was called in a way that makes no sense; `message` says what is wrong, in the person's language. */
export class WrongUse extends Error {}
