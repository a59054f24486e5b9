// @ts-check
import { readFileSync } from 'node:fs'
import { RUNTIME_RECORD } from './places.mjs'
import { run } from './run.mjs'

// Packs the built app with the runtime that is at hand. What is said after the command replaces `--linux dir`.
const { folder, version } = JSON.parse(readFileSync(RUNTIME_RECORD, 'utf8'))
const target = process.argv.length > 2 ? process.argv.slice(2) : [`--${platformName()}`, 'dir']
process.exitCode = await run(process.execPath, [
  'node_modules/electron-builder/cli.js',
  '--config=electron-builder.yml',
  `--config.electronDist=${folder}`,
  `--config.electronVersion=${version}`,
  '--publish=never',
  ...target,
])

function platformName() {
  if (process.platform === 'darwin') return 'mac'
  return process.platform === 'win32' ? 'win' : 'linux'
}
