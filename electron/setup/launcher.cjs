// Stands in for the `default_app.asar` that the fallback runtime lacks: starts the app whose folder the command line names.
const { app } = require('electron')
const { createRequire } = require('node:module')
const { join, resolve } = require('node:path')

const modules = []
let folder = null
const args = process.argv.slice(1)
while (args.length > 0 && folder === null) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') modules.push(args.shift())
  else if (arg === '--version' || arg === '-v') {
    process.stdout.write(`v${process.versions.electron}\n`)
    process.exit(0)
  } else if (!arg.startsWith('-')) folder = resolve(arg)
}
if (folder === null) {
  process.stderr.write('Usage: electron [switches] FOLDER [arguments]\n')
  process.exit(1)
}

const facts = require(join(folder, 'package.json'))
process.defaultApp = true
app.setName(facts.productName ?? facts.name)
app.setVersion(facts.version)
app.setAppPath(folder)
app.setPath('userData', join(app.getPath('appData'), app.getName()))

const requireThere = createRequire(join(folder, 'package.json'))
for (const module of modules) requireThere(module)
requireThere(join(folder, facts.main))
