import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomProject } from '../../exchange/random-project'
import type { Block } from '../../model/document'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '../exporter'
import { schemaFaults } from '../refi/schema-faults'
import { tei } from '../tei'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
const snapshot = JSON.parse(fixture('snapshot.json')) as ProjectSnapshot
const options: ExportOptions = { arrange: 'document', language: 'en', now: Date.UTC(2026, 10, 25), timeZone: 'UTC' }
const written = (from: ProjectSnapshot): string =>
  new TextDecoder().decode((tei.write(from, options) as ExportedFile[])[0]?.bytes)

/** The whole schema of the TEI, which is not kept here: ../shared/tei/tei_all.rng beside the checkout. */
const whole = new URL('../../../../shared/tei/tei_all.rng', import.meta.url)

/** The first document's text made of these. */
const withBlocks = (blocks: readonly Block[]): ProjectSnapshot => {
  const documents = snapshot.documents.slice(0, 1)
  const contents = documents.map(({ content }) => ({ id: content, blocks }))
  return { ...snapshot, documents, contents, highlights: [], taggings: [], links: [], notes: [] }
}
const block = (kind: Block['kind'], text = 'x', level?: number): Block => ({ kind, text, ...(level && { level }) })
const KINDS: readonly Block['kind'][] = [
  'paragraph',
  'listItem',
  'quotation',
  'tableRow',
  'code',
  'caption',
  'footnote',
]

const examples = (): string[] =>
  [
    snapshot,
    { ...snapshot, documents: [], contents: [], highlights: [], taggings: [], notes: [], links: [] },
    withBlocks([]),
    ...KINDS.map((kind) => withBlocks([block(kind)])),
    withBlocks([...KINDS, ...KINDS].map((kind) => block(kind))),
    withBlocks([block('footnote'), block('heading', 'a', 2), block('heading', 'b', 1), block('footnote')]),
    withBlocks([block('paragraph'), block('heading', 'a', 6), block('listItem'), block('heading', 'b', 3)]),
    ...fc.sample(randomProject({ lost: true, illegal: true }), 100),
  ].map(written)

test('what goes out is valid by the content models of the Guidelines, for every element that is written', async () => {
  expect(await schemaFaults(fixture('tei.rng'), examples(), 'relaxng')).toEqual([])
})

test('those models find what the Guidelines forbid', async () => {
  const good = written(snapshot)
  const bad = [
    good.replace('<standOff>', '<standOff><p>x</p>'),
    good.replace(/motivation="highlighting/, 'motivation="reading'),
    good.replace(/<body>.*<\/body>/s, '<body><note>x</note></body>'),
    good.replace('<encodingDesc>', '<revisionDesc><change/></revisionDesc><encodingDesc>'),
  ]
  for (const each of bad) {
    expect(each).not.toBe(good)
    expect((await schemaFaults(fixture('tei.rng'), [each], 'relaxng')).length).toBeGreaterThan(0)
  }
})

test.skipIf(!existsSync(whole))('what goes out is valid by tei_all.rng (skipped where it is not at hand)', async () => {
  expect(await schemaFaults(readFileSync(whole, 'utf8'), examples(), 'relaxng')).toEqual([])
})
