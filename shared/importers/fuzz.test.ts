import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import { fuzzedFile } from './fuzz'
import type { SourceFile } from './importer'
import { readFile } from './index'
import { readingFaults } from './reading-faults'

/** The long run (`npm run fuzz`) says how many, from which seed, and where it looks for the input that is read now. */
const inputs = Number(process.env.FUZZ_INPUTS ?? 250)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const only = process.env.FUZZ_ONLY
const place = process.env.FUZZ_PLACE

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const files: readonly SourceFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.expected.json') && !entry.parentPath.includes('made-from'),
  )
  .map((entry) => ({ name: entry.name, bytes: Uint8Array.from(readFileSync(`${entry.parentPath}/${entry.name}`)) }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** How reading ends: `read`, the key of a problem, or what should never be: an error or a fault. */
async function endOf(file: SourceFile): Promise<{ readonly end: string; readonly wrong?: string }> {
  try {
    const [fault] = readingFaults(await readFile(file, {}))
    return fault === undefined ? { end: 'read' } : { end: 'fault', wrong: fault }
  } catch (error) {
    if (error instanceof ProblemError) return { end: error.problem.key }
    return { end: 'error', wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

test(`${inputs} mutated files are read, or refused with a problem`, {
  timeout: Number(process.env.FUZZ_TIMEOUT ?? 60_000),
}, async () => {
  const numbers = only === undefined ? Array.from({ length: inputs }, (_, number) => number) : [Number(only)]
  const ends = new Map<string, number>()
  const wrong: string[] = []
  for (const number of numbers) {
    const file = fuzzedFile(files, seed, number)
    if (place) writeFileSync(place, `${number} ${file.name} ${file.bytes.length}`)
    const { end, wrong: what } = await endOf(file)
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (what !== undefined) wrong.push(`seed ${seed}, input ${number}, ${file.name}: ${what}`)
  }
  if (place) console.log(Object.fromEntries([...ends].sort(([, a], [, b]) => b - a)))
  expect(wrong).toEqual([])
})
