// @ts-check
import { outputOf, run } from './run.mjs'
import { SetupError, say } from './say.mjs'
import { lacksDisplay } from './virtual-display.mjs'

/** Debian's packages that Electron is linked with and a bare machine lacks. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
/** Chinese, and everything else that a document may hold. */
const FONTS = ['fonts-noto-cjk', 'fonts-noto-core']

/**
 * Which of `wanted` are not installed, by what dpkg-query printed. Debian 13 and Ubuntu 24.04 renamed some libraries
 * with a `t64` at the end.
 * @param {readonly string[]} wanted
 * @param {string} listing lines of "name status", status `ii` when installed
 */
export function missingFrom(wanted, listing) {
  const installed = new Set(
    listing
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, status]) => status?.startsWith('ii'))
      .map(([name]) => name),
  )
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's own
const listing = () => outputOf('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n'])

/** @param {string} name */
const nameHere = (name) => (outputOf('apt-cache', ['show', '--no-all-versions', `${name}t64`]) ? `${name}t64` : name)

/**
 * Sees to the shared libraries, the fonts and, without a display, Xvfb. As root on Debian and its relatives they are
 * installed; otherwise the command is told. Missing fonts alone stop nobody: the system may have others.
 */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return
  const known = listing()
  if (known === null) return
  const needed = missingFrom([...LIBRARIES, ...(lacksDisplay() ? ['xvfb'] : [])], known)
  const missing = [...needed, ...missingFrom(FONTS, known)]
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends']
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo apt-get ${install.join(' ')} ${missing.map(nameHere).join(' ')}`
    if (needed.length > 0) throw new SetupError(`system packages are missing. Please run: ${command}`)
    return
  }
  say(`installing system packages: ${missing.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const code = await run('apt-get', [...install, '-qq', '-o=Dpkg::Use-Pty=0', ...missing.map(nameHere)], { env })
  if (code !== 0) throw new SetupError(`apt-get failed with ${code}; its own message stands above.`)
}
