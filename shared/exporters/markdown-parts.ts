import type { Translate } from '../messages'
import type { Id } from '../model/ids'
import { locatorOf, pageRange, timeCode } from '../model/locator'
import type { Note } from '../model/note'
import type { Passage } from '../model/passage'
import { placeOf } from '../model/place'
import { escapeWords } from './escape-markdown'
import type { ExportOptions } from './exporter'
import { linkWords } from './link-words'
import type { GivenTheme, MarkedDocument, MarkedPassage, MarkedProject } from './marked-documents'
import { dayIn } from './times'

/** What is needed to put any part into words. */
export interface Writing {
  readonly project: MarkedProject
  readonly options: ExportOptions
  readonly say: Translate
}

/** One passage with everything said about it by all highlights that cover exactly it. */
export interface MergedPassage {
  readonly passage: Passage
  readonly marked: readonly MarkedPassage[]
  readonly given: readonly GivenTheme[]
  readonly notes: readonly Note[]
}

/** Highlights of the same extent put together, and of those that are lost the ones with the same quote; the order is kept. */
export function merged(passages: readonly MarkedPassage[]): MergedPassage[] {
  const groups = new Map<string, MarkedPassage[]>()
  for (const marked of passages) {
    const { passage, lost } = marked.highlight
    const extent = lost === undefined ? `${passage.start}-${passage.end}` : `lost ${passage.quote}`
    const group = groups.get(extent)
    if (group) group.push(marked)
    else groups.set(extent, [marked])
  }
  return [...groups.values()].map((marked) => ({
    passage: (marked[0] as MarkedPassage).highlight.passage,
    marked,
    given: marked.flatMap(({ given }) => given),
    notes: marked.flatMap(({ notes }) => notes),
  }))
}

const signed = (names: readonly string[]): string => names.filter((name) => name !== '').join(', ')

/** Who did it and when, as `(李明, 2026-11-20)`. */
const signature = ({ options }: Writing, coder: string, time: number): string =>
  `(${signed([escapeWords(coder), dayIn(time, options.timeZone)])})`

/**
 * Where a passage stands: `¶ 5 · 一、总体要求`, after page, time and speaker where the source has them:
 * `p. 12 · ¶ 5`, `00:03:15 · 王芳 · ¶ 5`; or that it is not in the text. A heading that only repeats the document's title
 * is not named.
 */
export function placeWords(
  { say }: Writing,
  { document, blocks, starts }: MarkedDocument,
  { passage, marked }: Pick<MergedPassage, 'passage' | 'marked'>,
): string {
  if (marked.some(({ highlight }) => highlight.lost !== undefined)) return say('export.notInText')
  const { paragraph, heading } = placeOf(blocks, starts, passage)
  const locator = locatorOf(blocks, starts, passage)
  const page = pageRange(locator)
  const words = [
    ...(page === undefined ? [] : [escapeWords(say('export.page', { page }))]),
    ...(locator.time ? [timeCode(locator.time.start)] : []),
    ...locator.speakers.map(escapeWords),
    `¶ ${paragraph}`,
    ...(heading === null || heading === document.title.trim() ? [] : [escapeWords(heading)]),
  ]
  return words.join(' · ')
}

/** The themes of a passage, those by one coder on one day together: `**强首府** · **民生** (李明, 2026-11-20)`. */
export function themeWords(writing: Writing, given: readonly GivenTheme[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { path, coder, tagging } of given) {
    const by = signature(writing, coder, tagging.created)
    const themes = groups.get(by) ?? []
    groups.set(by, themes)
    const name = `**${escapeWords(path)}**`
    if (!themes.includes(name)) themes.push(name)
  }
  return [...groups].map(([by, themes]) => `${themes.join(' · ')} ${by}`)
}

/** Who marked a passage that has no theme, and when: `(李明, 2026-11-20)`. */
export const markWords = (writing: Writing, { marked }: MergedPassage): string =>
  [...new Set(marked.map(({ coder, highlight }) => signature(writing, coder, highlight.created)))].join(' ')

/**
 * The links of a passage as list items: how it stands to the other passage, the words of that as `link` makes them lead
 * there, and the title of its document where that is another one.
 */
export const linkItems = (
  writing: Writing,
  marked: readonly MarkedPassage[],
  link: (words: string, highlight: Id) => string = (words) => words,
): string =>
  linkWords(writing, marked)
    .map(({ relation, quote, title, seen: { other } }) => {
      const there = link(escapeWords(quote), other.highlight.id)
      return `- ${escapeWords(relation)} ${there}${title === undefined ? '' : ` · *${escapeWords(title)}*`}`
    })
    .join('\n')

/**
 * Notes as list items. A list item ends whatever the note's own Markdown leaves open, such as a fence without an end,
 * so that no note can swallow the passages after it.
 */
export function noteItems(writing: Writing, notes: readonly Note[]): string[] {
  return notes.map((note) => {
    const by = signature(writing, writing.project.coderName(note.coder), note.created)
    const lines = note.text.replace(/^\s*\n|\s+$/g, '').split(/\r\n|\r|\n/)
    const inside = lines.map((line) => (line.trim() === '' ? '' : `  ${line}`))
    return [`- **${escapeWords(writing.say('export.note'))}** ${by}`, '', ...inside].join('\n')
  })
}
