import { parseArgs } from 'node:util'
import { type Terminal, WrongUse } from './command'

/** The options of a command by their names, without the hyphens. */
type Options = Readonly<
  Record<
    string,
    { readonly type: 'string'; readonly default?: string; readonly multiple?: true } | { readonly type: 'boolean' }
  >
>
type Values<O extends Options> = {
  readonly [K in keyof O]?: O[K] extends { readonly type: 'boolean' }
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string
}

/**
 * The options and the files of a command's arguments; after a lone `--` everything is a file.
 * Throws a `WrongUse` for an option that there is not, and when no file is named.
 */
export function optionsAndFiles<O extends Options>(
  args: readonly string[],
  options: O,
  { t }: Terminal,
): { readonly values: Values<O>; readonly files: readonly string[] } {
  const { values, positionals } = parsed(args, options, t)
  if (positionals.length === 0) throw new WrongUse(t('cli.noFile'))
  return { values: values as Values<O>, files: positionals }
}

function parsed(args: readonly string[], options: Options, t: Terminal['t']) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    throw new WrongUse(t('cli.badOption', { detail: message.split('. ')[0] ?? '' }))
  }
}

/** `value` when it is among `choices`. Throws a `WrongUse` that names them when it is not. */
export function oneOf<C extends string>(
  option: string,
  value: string | undefined,
  choices: readonly C[],
  { t }: Terminal,
): C {
  const found = choices.find((choice) => choice === value)
  if (found === undefined)
    throw new WrongUse(t('cli.badChoice', { option, value: value ?? '', choices: choices.join(', ') }))
  return found
}
