import { expect, test } from 'vitest'
import { type Command, WrongUse } from './command'
import { COMMANDS } from './commands'
import { runCommandLine } from './run'
import { terminal } from './terminal.fixture'

const echo: Command = {
  name: 'echo',
  summary: 'app.name',
  help: 'app.me',
  run: async (args, { out }) => {
    if (args[0] === '--wrong') throw new WrongUse('That is wrong.')
    await out(args.join(' '))
    return 1
  },
}

async function called(...args: string[]) {
  const world = terminal()
  const status = await runCommandLine(args, world.terminal, [echo])
  return { status, printed: world.printed(), said: world.said() }
}

test('a command is given what follows its name, and its status is the program’s', async () => {
  expect(await called('echo', 'a', '-b')).toEqual({ status: 1, printed: 'a -b', said: [] })
})

test.each([[[]], [['--help']], [['help']], [['-h']]])('%j lists the commands', async (args) => {
  const { status, printed, said } = await called(...args)
  expect({ status, said }).toEqual({ status: 0, said: [] })
  expect(printed).toContain('\n  echo  Pingdian\n')
})

test.each([[['echo', '--help']], [['echo', 'a', '-h']], [['help', 'echo']]])(
  '%j explains the command',
  async (args) => {
    expect(await called(...args)).toEqual({ status: 0, printed: 'Me\n', said: [] })
  },
)

test('a file may be called --help', async () => {
  expect(await called('echo', '--', '--help')).toMatchObject({ status: 1, printed: '-- --help' })
})

test('a command that there is not, and one that is used wrongly, end with 2 and a sentence', async () => {
  const unknown = await called('eco')
  expect(unknown).toMatchObject({ status: 2, printed: '' })
  expect(unknown.said.join()).toContain('echo')
  expect(await called('echo', '--wrong')).toEqual({
    status: 2,
    printed: '',
    said: ['That is wrong. `echo --help` explains it.'],
  })
})

test('every command has a help that names it and its exit statuses', () => {
  const { t } = terminal().terminal
  for (const { name, help } of COMMANDS) expect(t(help)).toMatch(new RegExp(`^${name} [\\s\\S]*Exit status: 0`))
})
