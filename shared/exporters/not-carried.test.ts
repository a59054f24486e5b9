import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { packOriginal } from '../model/original'
import { emptyProject } from './empty-project'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from './exporter'
import { EXPORTERS, exportProject } from './index'
import { ALL_THINGS, type Thing, withoutPlace } from './not-carried'

const project = { id: '0193a000-0000-7000-8000-000000000001', name: 'P', created: 1 }
const id = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const own = { project: project.id, coder: id(2), created: 5 }
const TEXT = 'Words here. QUOTED words.'
const BLOCKS = [{ kind: 'quotation', level: 1, text: TEXT, marks: [{ start: 0, end: 5, kind: 'strong' }] }]
const MARKS: Readonly<Partial<Record<Thing, string>>> = {
  documents: 'TITLEMARK',
  highlights: 'QUOTED',
  lost: 'LOSTMARK',
  unusedThemes: 'UNUSEDMARK',
  themeGroups: 'GROUPMARK',
  liveThemes: 'LIVEMARK',
  savedSearches: 'SEARCHMARK',
  wordLists: 'WORDMARK',
  attributes: 'ATTRMARK',
  documentGroups: 'DOCGROUPMARK',
  links: 'LINKMARK',
  highlightNotes: 'NOTEMARK',
  themeNotes: 'THEMENOTEMARK',
  documentNotes: 'DOCNOTEMARK',
  projectNotes: 'PROJNOTEMARK',
}
/** Things that have no words of their own: what carries them is otherwise with them than without. */
const SILENT: Readonly<Partial<Record<Thing, (from: ProjectSnapshot) => ProjectSnapshot>>> = {
  stars: (from) => ({ ...from, highlights: from.highlights.map(({ star: _, ...each }) => each) }),
  weights: (from) => ({ ...from, highlights: from.highlights.map(({ weight: _, ...each }) => each) }),
  emphasis: (from) => withBlocks(from, ({ marks: _, ...block }) => block),
  structure: (from) => withBlocks(from, ({ text }) => ({ kind: 'paragraph', text })),
}
const withBlocks = (from: ProjectSnapshot, change: (block: Block) => Block): ProjectSnapshot => ({
  ...from,
  contents: from.contents.map((each) => ({ ...each, blocks: each.blocks.map(change) })),
})
/** Formats that hold the texts of documents; of the others it is not said that they are without their headings. */
const HOLDS_TEXTS = (format: string, variant: string | undefined): boolean =>
  ['tei', 'qdpx', 'pingdian'].includes(format) || (['docx', 'pdf', 'html'].includes(format) && variant === 'document')
const passage = { start: 12, end: 18, quote: 'QUOTED', prefix: 'Words here. ', suffix: ' words.' }
const original = packOriginal(new TextEncoder().encode(TEXT))
const note = (n: number, kind: string, about: string, text: string) => ({
  ...own,
  id: id(n),
  about: { kind, id: about },
  text,
  modified: 5,
})
const snapshot = {
  project,
  coders: [{ id: id(2), project: project.id, name: 'Li', created: 1 }],
  documents: [
    {
      id: id(3),
      project: project.id,
      title: 'TITLEMARK',
      metadata: { author: 'A' },
      language: 'en',
      format: 'plain-text',
      fileName: 'z.txt',
      content: id(4),
      length: TEXT.length,
      order: 0,
      created: 0,
      attributes: { [id(5)]: 'value' },
    },
  ],
  contents: [{ id: id(4), project: project.id, blocks: BLOCKS, original: original.hash }],
  originals: [original],
  revisions: [],
  themes: [
    { ...own, id: id(6), name: 'Used', parent: null, order: 0, colour: 'azurite', description: 'd' },
    { ...own, id: id(7), name: 'UNUSEDMARK', parent: null, order: 1, colour: 'azurite', description: '' },
  ],
  groups: [{ id: id(8), project: project.id, name: 'GROUPMARK', themes: [id(6)], order: 0, created: 1 }],
  liveThemes: [{ ...own, id: id(9), name: 'LIVEMARK', order: 0, query: { kind: 'theme', theme: id(6), below: false } }],
  savedSearches: [
    {
      ...own,
      id: id(10),
      name: 'SEARCHMARK',
      order: 0,
      typed: 'x',
      exact: false,
      cased: false,
      wholeWords: false,
      scope: {},
    },
  ],
  wordLists: [{ ...own, id: id(99), kind: 'stops', words: ['WORDMARK'] }],
  attributes: [{ id: id(5), project: project.id, name: 'ATTRMARK', type: 'text', order: 0, created: 1 }],
  documentGroups: [
    { id: id(11), project: project.id, name: 'DOCGROUPMARK', parent: null, documents: [id(3)], order: 0, created: 1 },
  ],
  highlights: [
    { ...own, id: id(12), document: id(3), passage, star: true, weight: 4 },
    { ...own, id: id(13), document: id(3), passage: { start: 0, end: 5, quote: 'Words', prefix: '', suffix: '' } },
    { ...own, id: id(14), document: id(3), passage: { ...passage, quote: 'LOSTMARK' }, lost: 3 },
  ],
  taggings: [
    { ...own, id: id(15), highlight: id(12), document: id(3), theme: id(6) },
    { ...own, id: id(16), highlight: id(14), document: id(3), theme: id(6) },
    { ...own, id: id(21), highlight: id(13), document: id(3), theme: id(6) },
  ],
  links: [{ ...own, id: id(22), from: id(12), to: id(13), relation: 'LINKMARK' }],
  notes: [
    note(17, 'highlight', id(12), 'NOTEMARK'),
    note(18, 'theme', id(6), 'THEMENOTEMARK'),
    note(19, 'document', id(3), 'DOCNOTEMARK'),
    note(20, 'project', project.id, 'PROJNOTEMARK'),
  ],
} as unknown as ProjectSnapshot

const options: ExportOptions = { arrange: 'document', language: 'en', now: 9, timeZone: 'UTC' }

/** All words in the files, those in archives too. */
const wordsIn = (files: readonly ExportedFile[]): string =>
  files
    .flatMap(({ name, bytes }) =>
      bytes[0] === 0x50 && bytes[1] === 0x4b
        ? Object.entries(unzipSync(bytes)).flatMap(([path, inside]) => [path, strFromU8(inside)])
        : [name, strFromU8(bytes)],
    )
    .join('\n')

for (const exporter of EXPORTERS) {
  for (const variant of exporter.variants ?? [undefined]) {
    test(`what ${exporter.id}${variant ? ` (${variant})` : ''} is said not to carry is not in its files, and all else is`, async () => {
      const arrange = exporter.arranges[0] ?? 'document'
      const own = { ...options, arrange, ...(variant && { variant }) }
      const { files, remarks } = await exportProject(exporter.id, snapshot, own)
      const words = wordsIn(files)
      const isSaidOf = (thing: Thing): boolean => withoutPlace(exporter.id, variant).includes(thing)
      const isLacking = async (thing: Thing): Promise<boolean> => {
        const mark = MARKS[thing]
        if (mark !== undefined) return !words.includes(mark)
        const isAsked = ['stars', 'weights'].includes(thing)
          ? words.includes('QUOTED') && !isSaidOf('highlights')
          : HOLDS_TEXTS(exporter.id, variant) && !(thing === 'emphasis' && isSaidOf('structure'))
        const without = SILENT[thing]?.(snapshot) ?? snapshot
        return isAsked && wordsIn((await exportProject(exporter.id, without, own)).files) === words
      }
      const answers = await Promise.all(ALL_THINGS.map(isLacking))
      const lacking = ALL_THINGS.filter((_, at) => answers[at])
      expect([...withoutPlace(exporter.id, variant)].sort()).toEqual([...lacking].sort())
      expect(remarks.map(({ key }) => key)).toEqual(lacking.length > 0 ? ['notCarried.all'] : [])
      if (lacking.includes('liveThemes')) expect(remarks[0]?.params?.parts).toMatch(/\b1 live theme, 1 saved search\b/)
    })
  }
}

test('characters that a format forbids are told with how many they are', async () => {
  const [document] = snapshot.documents
  const broken = {
    ...emptyProject(snapshot.project),
    documents: [{ ...document, title: 'a\u0001b' }],
    contents: [{ ...snapshot.contents[0], blocks: [{ kind: 'paragraph', text: 'c\ufffed' }] }],
  } as unknown as ProjectSnapshot
  for (const [format, count] of [
    ['tei', 2],
    ['docx', 2],
    ['csv', 0],
  ] as const) {
    const { remarks } = await exportProject(format, broken, options)
    const replaced = remarks.find(({ key }) => key === 'notCarried.replaced')
    expect(Number(replaced?.params?.count ?? 0), format).toBeGreaterThanOrEqual(count)
    expect(count === 0 && replaced !== undefined).toBe(false)
  }
})
