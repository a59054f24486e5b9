import { resolve } from 'node:path'

/**
 * The files and folders that a command line names, as absolute paths. `argv` is the process's own, `namesApp` says
 * whether its first plain argument is the app's folder (so when Electron is started on a checkout) and `cwd` is where
 * relative names start. Switches (`--x`, `-x`) are passed over, with the module that follows a `-r`; after a lone `--`
 * everything is a file.
 */
export function filesOf(argv: readonly string[], namesApp: boolean, cwd: string): string[] {
  const plain: string[] = []
  for (let i = 1; i < argv.length; i++) {
    const arg = argv[i] ?? ''
    if (arg === '--') {
      plain.push(...argv.slice(i + 1))
      break
    }
    if (arg === '-r' || arg === '--require') i++
    else if (arg !== '' && !arg.startsWith('-')) plain.push(arg)
  }
  return plain.slice(namesApp ? 1 : 0).map((path) => resolve(cwd, path))
}
