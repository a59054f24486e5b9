import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '../exporters/exporter'
import { qdpx } from '../exporters/qdpx'
import { fuzzedFile } from '../importers/fuzz'
import type { SourceFile } from '../importers/importer'
import { plainText } from '../model/document'
import { ProblemError } from '../result'
import { applied } from './applied'
import { readExchange } from './index'
import { merging } from './merging'
import { randomProject } from './random-project'
import { emptied, readingInto } from './round-trip.fixture'

/** The long run (`npm run fuzz -- --exchange`) says how many, from which seed, and where it looks for the one that is read now. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 60)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
const ONLY = process.env.FUZZ_ONLY
const PLACE = process.env.FUZZ_PLACE

const options: ExportOptions = { arrange: 'document', language: 'en', now: 1, timeZone: 'UTC' }
const written = (from: ProjectSnapshot): Uint8Array =>
  (qdpx.write(from, options) as ExportedFile[])[0]?.bytes as Uint8Array
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../exporters/fixtures/${name}`, import.meta.url))
const ANN =
  'T1\tSign 2 4\t𠮷字\nT2\tSign 0 1;5 7\t一 。甲\nE1\tSign:T1 On:T2\nA1\tLoud E1 Very\nR1\tOn Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R1\t好\n'
const TABLE =
  'document,start,end,quote,theme path,coder,note,time\nn1,0,1,甲,A / B,李,"好\n的",2024-01-02T03:04:05Z\nn1,0,1,甲,C,李,,\n'
const TEXT = { name: 's.txt', bytes: new TextEncoder().encode('一个𠮷字。甲乙') }
const files: SourceFile[] = [
  ...fc
    .sample(randomProject({ lost: true }), { seed: 5, numRuns: 6 })
    .map((each, at) => ({ name: `${at}.qdpx`, bytes: written(each) })),
  { name: 'p.qde', bytes: fixture('project.qde.xml') },
  { name: 'c.qdc', bytes: fixture('codebook.qdc.xml') },
  { name: 'a.jsonld', bytes: fixture('annotations.json') },
  { name: 't.xml', bytes: readFileSync(new URL('./fixtures/speech.tei.xml', import.meta.url)) },
  { name: 's.ann', bytes: new TextEncoder().encode(ANN) },
  { name: 'm.csv', bytes: new TextEncoder().encode(TABLE) },
  { name: 'c.csv', bytes: new TextEncoder().encode('A>>B,"words"\nA>>C>>D,\nE,more\n') },
  { name: 'h.json', bytes: readFileSync(new URL('./fixtures/hypothesis.json', import.meta.url)) },
]
const empty = emptied({ project: { id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 } })

/** The project that a file makes; undefined where it is refused with a sentence that names it. */
async function taken(file: SourceFile): Promise<ProjectSnapshot | undefined> {
  try {
    const incoming = await readExchange(file, { ...readingInto(empty), beside: [TEXT] })
    const summary = { key: 'changes.nothing' } as const
    return applied(empty, merging({ into: empty, incoming, taken: new Set(), now: 5, summary }))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(Object.values(error.problem.params ?? {})).toContain(file.name)
    return undefined
  }
}

/** The project as REFI-QDA; undefined where it is refused, with a sentence, because its themes lie too deep in each other. */
function writtenOrRefused(snapshot: ProjectSnapshot): Uint8Array | undefined {
  try {
    return written(snapshot)
  } catch (error) {
    if (error instanceof ProblemError && error.problem.key === 'export.themesTooDeep') return undefined
    throw error
  }
}

/** What is not as it has to be in a project that was taken in. */
function faultsOf(snapshot: ProjectSnapshot): string[] {
  const { documents, contents, highlights, taggings, themes, links = [] } = snapshot
  const blocks = new Map(contents.map((content) => [content.id, content.blocks]))
  const texts = new Map(documents.map(({ id, content }) => [id, plainText(blocks.get(content) ?? [])]))
  const marked = new Set(highlights.map(({ id }) => id))
  const named = new Set(themes.map(({ id }) => id))
  const ids = [...documents, ...highlights, ...taggings, ...themes, ...links, ...snapshot.notes].map(({ id }) => id)
  return [
    ...highlights.flatMap(({ document, passage, lost }) =>
      lost !== undefined || texts.get(document)?.slice(passage.start, passage.end) === passage.quote
        ? []
        : ['a passage'],
    ),
    ...taggings.flatMap(({ highlight, theme }) => (marked.has(highlight) && named.has(theme) ? [] : ['a tagging'])),
    ...links.flatMap(({ from, to }) => (marked.has(from) && marked.has(to) ? [] : ['a link'])),
    ...themes.flatMap(({ name, parent }) => (name !== '' && (parent === null || named.has(parent)) ? [] : ['a theme'])),
    ...(new Set(ids).size === ids.length ? [] : ['an id']),
  ]
}

test(`${INPUTS} mutated projects, codebooks and annotations are refused by name, or make sound projects that go out again`, {
  timeout: Number(process.env.FUZZ_TIMEOUT ?? 60_000),
}, async () => {
  const numbers = ONLY === undefined ? Array.from({ length: INPUTS }, (_, number) => number) : [Number(ONLY)]
  let read = 0
  for (const number of numbers) {
    const file = fuzzedFile(files, SEED, number)
    if (PLACE) writeFileSync(PLACE, `${number} ${file.name} ${file.bytes.length}`)
    const snapshot = await taken(file)
    if (!snapshot) continue
    read += 1
    expect(faultsOf(snapshot), `input ${number}`).toEqual([])
    const bytes = writtenOrRefused(snapshot)
    if (bytes) expect(await taken({ name: 'again.qdpx', bytes }), `input ${number}`).toBeDefined()
  }
  if (PLACE) console.log({ read, refused: numbers.length - read })
  expect(read).toBeGreaterThan(ONLY === undefined ? INPUTS / 10 : -1)
})
