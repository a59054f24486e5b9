import { type Translate, translator } from '../messages'
import type { Block } from '../model/document'
import { themePath } from '../model/theme'
import type { Problem } from '../result'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { illegalIn } from './legal-xml'

/** What a project may hold that some formats have no place for, and how much of it a snapshot has. */
const THINGS = {
  documents: ({ documents }: ProjectSnapshot) => documents.length,
  highlights: ({ highlights }: ProjectSnapshot) => highlights.filter(({ lost }) => lost === undefined).length,
  lost: ({ highlights }: ProjectSnapshot) => highlights.filter(({ lost }) => lost !== undefined).length,
  unusedThemes: ({ themes, taggings }: ProjectSnapshot) => {
    const byId = new Map(themes.map((theme) => [theme.id, theme]))
    const given = new Set(taggings.map(({ theme }) => theme))
    // The themes above one are in its path.
    const used = new Set(
      themes.flatMap((theme) => (given.has(theme.id) ? themePath(theme, byId).map(({ id }) => id) : [])),
    )
    return themes.length - used.size
  },
  themeGroups: ({ groups = [] }: ProjectSnapshot) => groups.length,
  liveThemes: ({ liveThemes = [] }: ProjectSnapshot) => liveThemes.length,
  savedSearches: ({ savedSearches = [] }: ProjectSnapshot) => savedSearches.length,
  wordLists: ({ wordLists = [] }: ProjectSnapshot) => wordLists.length,
  attributes: ({ attributes = [] }: ProjectSnapshot) => attributes.length,
  documentGroups: ({ documentGroups = [] }: ProjectSnapshot) => documentGroups.length,
  links: ({ links = [] }: ProjectSnapshot) => links.length,
  stars: ({ highlights }: ProjectSnapshot) => highlights.filter(({ star }) => star).length,
  weights: ({ highlights }: ProjectSnapshot) => highlights.filter(({ weight }) => weight !== undefined).length,
  /** Documents whose words are set apart from each other. */
  emphasis: ({ contents }: ProjectSnapshot) => contents.filter(({ blocks }) => blocks.some(hasMarks)).length,
  /** Documents that are more than paragraphs, save those whose own files go out beside them. */
  structure: ({ documents, contents }: ProjectSnapshot) => {
    const plain = new Set(documents.flatMap(({ format, content }) => (BESIDE.includes(format) ? [] : [content])))
    const isMore = (block: Block): boolean => block.kind !== 'paragraph' || hasMarks(block)
    return contents.filter(({ id, blocks }) => plain.has(id) && blocks.some(isMore)).length
  },
  highlightNotes: (snapshot: ProjectSnapshot) => notesOn('highlight', snapshot),
  themeNotes: (snapshot: ProjectSnapshot) => notesOn('theme', snapshot),
  documentNotes: (snapshot: ProjectSnapshot) => notesOn('document', snapshot),
  projectNotes: (snapshot: ProjectSnapshot) => notesOn('project', snapshot),
} as const satisfies Readonly<Record<string, (snapshot: ProjectSnapshot) => number>>
export type Thing = keyof typeof THINGS
export const ALL_THINGS = Object.keys(THINGS) as readonly Thing[]

const hasMarks = ({ marks = [] }: Block): boolean => marks.length > 0
/** The formats of files that go out with a project. */
const BESIDE: readonly string[] = ['pdf', 'docx']
const notesOn = (kind: string, { notes }: ProjectSnapshot): number =>
  notes.filter(({ about, text }) => about.kind === kind && text.trim() !== '').length

const QUERIES: readonly Thing[] = ['liveThemes', 'savedSearches', 'wordLists']
const ORDER: readonly Thing[] = [...QUERIES, 'themeGroups', 'attributes', 'documentGroups']
const OTHER_NOTES: readonly Thing[] = ['themeNotes', 'documentNotes', 'projectNotes']
const NOTES: readonly Thing[] = ['highlightNotes', ...OTHER_NOTES]
const PASSAGES: readonly Thing[] = ['highlights', 'lost', 'links', ...NOTES]
const OF_REFERENCES: readonly Thing[] = [...ORDER, ...PASSAGES, 'unusedThemes']
const OF_MARKS: readonly Thing[] = [...ORDER, 'links', 'unusedThemes', ...OTHER_NOTES]

/** What each format has no place for, of what it carries; where its variants differ, what each of them has none for. */
const WITHOUT: Readonly<Record<string, readonly Thing[] | Readonly<Record<string, readonly Thing[]>>>> = {
  markdown: { plain: [...ORDER, 'unusedThemes'], obsidian: ORDER, logseq: ORDER, pandoc: [...ORDER, 'unusedThemes'] },
  docx: { document: [...ORDER, 'unusedThemes', 'themeNotes', 'projectNotes'], report: ORDER },
  pdf: { document: [...ORDER, 'unusedThemes', 'themeNotes'], report: ORDER },
  html: { document: [...ORDER, 'themeNotes'], report: ORDER },
  xlsx: [...QUERIES, 'links', ...OTHER_NOTES],
  csv: {
    taggings: [...OF_MARKS, 'stars', 'weights'],
    passages: OF_MARKS,
    codebook: ['documents', ...ORDER, ...PASSAGES],
    attributes: [...QUERIES, ...PASSAGES, 'unusedThemes'],
    counts: [...ORDER, ...PASSAGES],
  },
  'web-annotation': [...ORDER, 'unusedThemes'],
  tei: [...ORDER, 'emphasis'],
  pingdian: [],
  qdpx: [...QUERIES, 'structure'],
  qdc: ['documents', ...QUERIES, 'attributes', 'documentGroups', ...PASSAGES],
  bibtex: OF_REFERENCES,
  'csl-json': OF_REFERENCES,
}

const isOne = (found: (typeof WITHOUT)[string]): found is readonly Thing[] => Array.isArray(found)

/** What the format has no place for. */
export function withoutPlace(format: string, variant: string | undefined): readonly Thing[] {
  const found = WITHOUT[format] ?? []
  return isOne(found) ? found : (found[variant ?? ''] ?? Object.values(found)[0] ?? [])
}

/** Formats that write XML in which forbidden characters are replaced without being counted. */
const REPLACING: readonly string[] = ['docx', 'xlsx', 'html', 'pdf']

/**
 * What of the snapshot a format does not carry, as sentences for who takes it out: what it has no place for, and
 * characters that XML forbids. `replaced` is how many of these the exporter counted itself.
 */
export function notCarried(
  format: string,
  snapshot: ProjectSnapshot,
  { language, variant }: Pick<ExportOptions, 'language' | 'variant'>,
  replaced: number,
): Problem[] {
  const say = translator(language)
  const parts = withoutPlace(format, variant).flatMap((thing): string[] => {
    const count = THINGS[thing](snapshot)
    return count === 0 ? [] : [say(`notCarried.${thing}`, { count })]
  })
  const count = REPLACING.includes(format) ? illegalIn(snapshot) : replaced
  return [
    ...(parts.length === 0 ? [] : [{ key: 'notCarried.all' as const, params: { parts: joined(parts, say) } }]),
    ...(count === 0 ? [] : [{ key: 'notCarried.replaced' as const, params: { count } }]),
  ]
}

const joined = (parts: readonly string[], say: Translate): string => parts.join(say('notCarried.stop'))
