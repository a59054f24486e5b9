// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './packages.mjs'
import { COMMAND_LINE, ROOT } from './places.mjs'
import { orExplain, speakAside } from './say.mjs'

// Pingdian's command line: `npm run pingdian -- COMMAND ...`. It brings and builds what is missing first, and says so on
// standard error; standard output is the command's own.
speakAside()
await orExplain(async () => {
  await ensurePackages()
  const { buildCommandLineWhenChanged } = await import('./build-command-line.mjs')
  await buildCommandLineWhenChanged()
  const { main } = await import(pathToFileURL(join(COMMAND_LINE, 'main.mjs')).href)
  process.exitCode = await main({
    args: process.argv.slice(2),
    // npm runs scripts in the checkout, wherever it was called.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    support: join(ROOT, 'node_modules', 'pdfjs-dist'),
    env: process.env,
  })
})
