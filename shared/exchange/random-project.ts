import fc from 'fast-check'
import type { ProjectSnapshot } from '../exporters/exporter'
import { type Chance, chanceFrom } from '../importers/fuzz'
import { ATTRIBUTE_TYPES, type Attribute } from '../model/attribute'
import { type AttributeValue, type Block, plainText, type SourceDocument } from '../model/document'
import type { Highlight, Tagging, Weight } from '../model/highlight'
import type { Id } from '../model/ids'
import { passageOf } from '../model/passage'
import { PIGMENTS, type Theme, type ThemeColour } from '../model/theme'

/** How large random projects are, and what is in their words. */
export interface RandomProjects {
  /** Characters that XML and UTF-8 cannot carry: control characters, non-characters, halves of pairs. */
  readonly illegal?: true
  /** Highlights that are lost. */
  readonly lost?: true
}

const PIECES: readonly string[] = [
  ...[
    '强首府',
    '關於讀書',
    '一件',
    '。',
    '，',
    '“',
    '”',
    '𠮷',
    '😃',
    '👨‍👩‍👧',
    'e\u0301',
    'ﷺ',
    '\u202e',
    '한국',
    'reading',
    'the ',
  ],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&#0;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x?>',
    '%',
    '=1+1',
    '\\',
    '\u00a0',
  ],
]
const ILLEGAL: readonly string[] = ['\u0000', '\u0001', '\u001f', '\ufffe', '\uffff', '\ud800', '\udc00', '\u000b']

/** Draws of one project. */
class Dice {
  private count = 0
  private names = 0
  constructor(
    private readonly chance: Chance,
    private readonly illegal: boolean,
  ) {}

  below = (count: number): number => Math.floor(this.chance() * count)
  maybe = (part = 0.5): boolean => this.chance() < part
  one = <T>(all: readonly T[]): T => all[this.below(all.length)] as T
  /** A UUID; always the same for the same project. */
  id = (): Id => {
    this.count += 1
    const digits = Array.from({ length: 20 }, () => this.below(16).toString(16)).join('')
    const number = this.count.toString(16).padStart(12, '0')
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${number}`
  }
  time = (): number => Date.UTC(2020, 0, 1) + this.below(200_000_000_000)
  words = (most: number, pieces: readonly string[] = PIECES): string =>
    Array.from({ length: this.below(most + 1) }, () =>
      this.illegal && this.maybe(0.05) ? this.one(ILLEGAL) : this.one(pieces),
    ).join('')
  /** A name as names are kept: on one line, no white space at its ends, no two the same. */
  name = (): string => {
    this.names += 1
    return `n${this.words(6).replace(/\s{2,}/gu, ' ')}${this.names}`
  }
  paragraphs = (most: number): string => Array.from({ length: this.below(most + 1) }, () => this.words(5)).join('\n')
}

function themesOf(dice: Dice, count: number, project: Id, coders: readonly Id[]): Theme[] {
  const themes: Theme[] = []
  const orders = new Map<Id | null, number>()
  for (let at = 0; at < count; at += 1) {
    const parent = at === 0 || dice.maybe(0.3) ? null : (themes[dice.maybe() ? at - 1 : dice.below(at)] as Theme).id
    const order = orders.get(parent) ?? 0
    orders.set(parent, order + 1)
    const own = `#${dice.below(0x1000000).toString(16).padStart(6, '0')}` as ThemeColour
    themes.push({
      id: dice.id(),
      project,
      name: dice.name(),
      parent,
      order,
      colour: dice.maybe() ? dice.one(PIGMENTS) : own,
      description: dice.maybe() ? dice.paragraphs(3) : '',
      ...(dice.maybe(0.3) && { inclusion: dice.name() }),
      ...(dice.maybe(0.3) && { exclusion: `${dice.name()}\n${dice.name()}` }),
      ...(dice.maybe(0.1) && { archived: dice.time() }),
      coder: dice.one(coders),
      created: dice.time(),
    })
  }
  return themes
}

function attributesOf(dice: Dice, count: number, project: Id): Attribute[] {
  return Array.from({ length: count }, (_, order): Attribute => {
    const type = dice.one(ATTRIBUTE_TYPES)
    const choices = ['甲', `<${order}>`, 'c & d']
    return {
      id: dice.id(),
      project,
      name: `${dice.name()} ${order}`,
      type,
      ...(type === 'choice' && { choices }),
      order,
      created: dice.time(),
    }
  })
}

function drawnValue(dice: Dice, { type, choices = [] }: Attribute, whole: boolean): AttributeValue {
  if (type === 'number') return dice.one([0, 7, -3, 1.5, 1e-9, 123456789012345680000, 0.1])
  if (type === 'choice') return dice.one(choices)
  if (type === 'text') return dice.name()
  return whole ? dice.one(['2021-12-30', '1978-02-28']) : dice.one(['2021', '1978-12', '2021-12-30T08:26:54+08:00'])
}

function documentOf(dice: Dice, order: number, project: Id, attributes: readonly Attribute[]) {
  const blocks = Array.from(
    { length: 1 + dice.below(6) },
    (): Block => ({
      kind: 'paragraph',
      text: dice.words(12, [...PIECES, '\t', ' ']),
    }),
  )
  const content = dice.id()
  const chosen = attributes.filter(() => dice.maybe())
  const values = chosen.map((each) => [each.id, drawnValue(dice, each, Number(each.created) % 2 === 0)] as const)
  const document: SourceDocument = {
    id: dice.id(),
    project,
    title: dice.name(),
    metadata: {
      ...(dice.maybe() && { date: dice.one(['1978-12', '2021-12-30']) }),
      ...(dice.maybe() && { author: dice.name(), source: dice.name() }),
      ...(dice.maybe(0.2) && { url: 'https://example.org/?a=1&b=<2>' }),
    },
    language: dice.one(['zh-Hans', 'zh-Hant', 'en', 'und']),
    format: 'plain-text',
    fileName: `${order}.txt`,
    content,
    length: plainText(blocks).length,
    ...(values.length > 0 && { attributes: Object.fromEntries(values) }),
    order,
    created: dice.time(),
  }
  return { document, content: { id: content, project, blocks } }
}

/** How many there are of each kind. */
interface Counts {
  readonly seed: number
  readonly coders: number
  readonly documents: number
  readonly themes: number
  readonly highlights: number
  readonly notes: number
  readonly attributes: number
  readonly groups: number
  readonly links: number
}

function build(counts: Counts, { illegal = false as boolean, lost = false as boolean }): ProjectSnapshot {
  const dice = new Dice(chanceFrom(counts.seed), illegal)
  const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
  const project = { id: dice.id(), name: dice.name(), created: dice.time() }
  const own = { project: project.id }
  const coders = many(counts.coders, (at) => ({
    id: dice.id(),
    ...own,
    name: `${dice.name()} ${at}`,
    created: dice.time(),
  }))
  const ids = coders.map(({ id }) => id)
  const coder = () => dice.one(ids)
  const themes = themesOf(dice, counts.themes, project.id, ids)
  const attributes = attributesOf(dice, counts.attributes, project.id)
  const read = many(counts.documents, (order) => documentOf(dice, order, project.id, attributes))
  const documents = read.map(({ document }) => document)
  const contents = read.map(({ content }) => content)
  const marked = read.filter(({ document }) => document.length > 0)
  const highlights: Highlight[] = []
  if (marked.length > 0) {
    for (let at = 0; at < counts.highlights; at += 1) {
      const { document, content } = dice.one(marked)
      const [from, to] = [dice.below(document.length), dice.below(document.length)].sort((a, b) => a - b)
      const passage = passageOf(plainText(content.blocks), from as number, (to as number) + 1)
      highlights.push({
        ...{ id: dice.id(), ...own, document: document.id, passage, coder: coder(), created: dice.time() },
        ...(dice.maybe(0.3) && { weight: (1 + dice.below(5)) as Weight }),
        ...(dice.maybe(0.2) && { star: true as const }),
        ...(lost && dice.maybe(0.2) && { lost: dice.time() }),
      })
    }
  }
  const taggings = highlights.flatMap((highlight) =>
    themes.length === 0
      ? []
      : many(dice.below(4), (): Tagging => {
          const { id, document } = highlight
          const made = { coder: coder(), created: dice.time() }
          return { id: dice.id(), ...own, highlight: id, document, theme: dice.one(themes).id, ...made }
        }),
  )
  const subjects = [
    { kind: 'project' as const, id: project.id },
    ...themes.map(({ id }) => ({ kind: 'theme' as const, id })),
    ...documents.map(({ id }) => ({ kind: 'document' as const, id })),
    ...highlights.map(({ id }) => ({ kind: 'highlight' as const, id })),
  ]
  const notes = many(counts.notes, () => {
    const about = dice.one(subjects)
    const link = themes.length > 0 && dice.maybe(0.2) ? ` [x](pingdian:theme/${dice.one(themes).id})` : ''
    const times = { created: dice.time(), modified: dice.time() }
    return { id: dice.id(), ...own, about, text: dice.paragraphs(4) + link, coder: coder(), ...times }
  })
  const links = many(highlights.length > 1 ? counts.links : 0, () => {
    const from = dice.below(highlights.length)
    const to = (from + 1 + dice.below(highlights.length - 1)) % highlights.length
    const ends = { from: (highlights[from] as Highlight).id, to: (highlights[to] as Highlight).id }
    return {
      id: dice.id(),
      ...own,
      ...ends,
      relation: dice.one(['supports', 'echoes', dice.name()]),
      coder: coder(),
      created: dice.time(),
    }
  })
  const some = <T extends { readonly id: Id }>(all: readonly T[]): Id[] =>
    all.filter(() => dice.maybe()).map(({ id }) => id)
  const group = (order: number) => ({ id: dice.id(), ...own, name: dice.name(), order, created: dice.time() })
  const groups = many(counts.groups, (order) => ({ ...group(order), themes: some(themes) }))
  const liveThemes = many(counts.groups, (order) => {
    const theme = { kind: 'theme' as const, theme: dice.one([...themes, { id: dice.id() }]).id, below: dice.maybe() }
    const words = { kind: 'words' as const, words: dice.words(3) }
    const query = dice.maybe() ? theme : { kind: 'and' as const, all: [theme, words] }
    const colour = dice.maybe() ? { colour: '#40a0b0' as const } : {}
    return { ...group(order), query, ...colour, coder: coder() }
  })
  const savedSearches = many(counts.groups, (order) => {
    const theme = themes.length > 0 && dice.maybe() ? { theme: dice.one(themes).id } : {}
    const named = { documents: some(documents), also: ['notes' as const], from: '2021' }
    const sought = { typed: dice.words(3), exact: dice.maybe(), cased: dice.maybe(), wholeWords: dice.maybe() }
    return { ...group(order), ...sought, scope: { ...theme, ...(dice.maybe() && named) }, coder: coder() }
  })
  const wordLists = many(counts.groups, () => {
    const [kind, words] = [dice.one(['lexicon', 'stops'] as const), [dice.words(1), dice.words(2)]]
    return { id: dice.id(), ...own, kind, words, coder: coder(), created: dice.time() }
  })
  const parents: (Id | null)[] = [null]
  const documentGroups = many(counts.groups, (order) => {
    const made = { ...group(order), parent: dice.one(parents), documents: some(documents) }
    parents.push(made.id)
    return made
  })
  return {
    project,
    coders,
    documents,
    contents,
    themes,
    groups,
    liveThemes,
    savedSearches,
    wordLists,
    attributes,
    documentGroups,
    highlights,
    taggings,
    notes,
    links,
  }
}

/**
 * Whole projects, each sound in itself: astral and combining characters, Chinese, every character that markup minds,
 * overlapping passages, empty notes and blocks, up to 50 coders. Texts hold nothing that an importer would not leave in
 * one, save what `options` ask for. For tests of exporters and readers; smaller ones come out when a test fails.
 */
export const randomProject = (options: RandomProjects = {}): fc.Arbitrary<ProjectSnapshot> =>
  fc
    .record({
      seed: fc.noShrink(fc.nat()),
      coders: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(50)),
      documents: fc.integer({ min: 0, max: 5 }),
      themes: fc.integer({ min: 0, max: 12 }),
      highlights: fc.integer({ min: 0, max: 20 }),
      notes: fc.integer({ min: 0, max: 10 }),
      attributes: fc.integer({ min: 0, max: 4 }),
      groups: fc.integer({ min: 0, max: 3 }),
      links: fc.integer({ min: 0, max: 4 }),
    })
    .map((counts) => build(counts, options))
