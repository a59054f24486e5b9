import { type Command, type ExitStatus, type Terminal, WrongUse } from './command'
import { COMMANDS } from './commands'

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h' || arg === 'help'

/**
 * Runs the command that `args` names. Help goes to standard output when it was asked for; a command line that makes no
 * sense ends with 2, a sentence on standard error and the way to the help.
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  commands: readonly Command[] = COMMANDS,
): Promise<ExitStatus> {
  const { out, say, t } = terminal
  const [name, ...rest] = args
  if (name === undefined || isHelp(name)) {
    const asked = commands.find((each) => each.name === rest[0])
    await out(`${asked ? t(asked.help) : overview(commands, terminal)}\n`)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    say(t('cli.unknownCommand', { name, commands: commands.map((each) => each.name).join(', ') }))
    return 2
  }
  const beforeFiles = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  if (beforeFiles.some((arg) => arg === '--help' || arg === '-h')) {
    await out(`${t(command.help)}\n`)
    return 0
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    say(`${error.message} ${t('cli.seeHelp', { name })}`)
    return 2
  }
}

function overview(commands: readonly Command[], { t }: Terminal): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${t(summary)}`)
  return t('cli.help', { commands: list.join('\n') })
}
