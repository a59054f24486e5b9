import { type Block, plainText } from '../../model/document'
import { titleIndex } from '../title-line'
import type { Draft, Point } from './draft'

/** The stretch of the plain text that a comment is about, in UTF-16 offsets; `end` is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A document whose blocks stand where they stay. */
export interface Finished {
  readonly blocks: readonly Block[]
  /** Where each comment stands, by its id. One whose words are gone stands on the block it was in. */
  readonly ranges: ReadonlyMap<string, Range>
  /** The words of the title in the text, and whether the format says that it is the title. */
  readonly title?: { readonly text: string; readonly styled: boolean }
  readonly subtitle?: string
}

/**
 * Puts drafts together to a document: the empty ones go, the title stands above the headings, comments and pages are
 * located. `labels` are what is printed on the pages, in their order; without it there are no pages.
 */
export function finish(drafts: readonly Draft[], labels?: readonly string[]): Finished {
  const kept = withTitle(withoutEmpty(drafts))
  const hasTitle = kept.some(({ kind }) => kind === 'title')
  const pages = labels && new Pages(labels)
  const blocks = kept.map((draft): Block => {
    const { text, marks, marker, debris } = draft
    const kind = draft.kind === 'title' ? 'heading' : draft.kind
    const level = draft.kind === 'title' ? 1 : (draft.level ?? 0) + (draft.kind === 'heading' && hasTitle ? 1 : 0)
    return {
      kind,
      text,
      ...(level > 0 && { level: kind === 'heading' ? Math.min(6, level) : level }),
      ...(marker !== undefined && { marker }),
      ...(marks.length > 0 && { marks }),
      ...(debris && { debris }),
      ...(draft.inferred && { confidence: 0.8 }),
      ...pages?.of(draft),
    }
  })
  const subtitle = kept.find(({ isSubtitle }) => isSubtitle)?.text
  const title = kept.find(({ kind }) => kind === 'title') ?? leading(kept)
  return {
    blocks,
    ranges: rangesOf(kept, plainText(blocks).length),
    ...(subtitle !== undefined && { subtitle }),
    ...(title && { title: { text: title.text, styled: title.kind === 'title' && !title.inferred } }),
  }
}

/** The heading that a document without a title begins with. */
const leading = ([first]: readonly Draft[]): Draft | undefined =>
  first?.kind === 'heading' && first.level === 1 ? first : undefined

/** The drafts with text; places in the others are now at the beginning of the next one, or at the end of the last. */
function withoutEmpty(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  let waiting: Point[] = []
  for (const draft of drafts) {
    if (draft.text === '') for (const point of draft.points) waiting.push({ ...point, at: 0 })
    else {
      kept.push(waiting.length === 0 ? draft : { ...draft, points: [...waiting, ...draft.points] })
      waiting = []
    }
  }
  const last = kept.at(-1)
  if (!last || waiting.length === 0) return kept
  const at = last.text.length
  return [...kept.slice(0, -1), { ...last, points: [...last.points, ...waiting.map((point) => ({ ...point, at }))] }]
}

/**
 * A title that no style marks: the first short line before the headings. Where headings are marked by style it is
 * taken only when it stands in the middle of the line.
 */
function withTitle(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some(({ kind }) => kind === 'title')) return drafts
  const other = drafts.findIndex(({ kind, debris }) => kind !== 'paragraph' || debris !== undefined)
  const lines = drafts.slice(0, other === -1 ? drafts.length : other + 1).map(withoutCall)
  const at = titleIndex(lines)
  const found = at === undefined ? undefined : drafts[at]
  if (at === undefined || !found || at === other) return drafts
  if (!found.centred && drafts.some(({ kind }) => kind === 'heading')) return drafts
  return drafts.toSpliced(at, 1, { ...found, kind: 'title', inferred: true })
}

/** The text without the sign at its end that calls a note. */
const withoutCall = ({ text, marks }: Draft): string =>
  text.slice(0, marks.find(({ kind, end }) => kind === 'superscript' && end === text.length)?.start)

/** Follows the pages through the text. */
class Pages {
  private current = 0

  constructor(private readonly labels: readonly string[]) {}

  of(draft: Draft): Pick<Block, 'page' | 'pageBreaks'> {
    if (draft.page === 'none') return {}
    if (draft.page !== undefined) return { page: this.label(draft.page) }
    let page = this.current
    const breaks: { at: number; page: string }[] = []
    for (const { what, id, at } of draft.points) {
      if (what !== 'page' || Number(id) <= this.current) continue
      this.current = Number(id)
      const label = this.label(this.current)
      if (at === 0) page = this.current
      else if (at === breaks.at(-1)?.at) breaks[breaks.length - 1] = { at, page: label }
      else if (at < draft.text.length) breaks.push({ at, page: label })
    }
    return { page: this.label(page), ...(breaks.length > 0 && { pageBreaks: breaks }) }
  }

  private label(page: number): string {
    return this.labels[page] ?? String(page + 1)
  }
}

function rangesOf(drafts: readonly Draft[], length: number): Map<string, Range> {
  const found = new Map<string, { start?: number; end?: number; block: Range }>()
  let offset = 0
  for (const { text, points } of drafts) {
    const block = { start: offset, end: offset + text.length }
    for (const { at, what, id } of points) {
      if (what === 'page') continue
      const range = found.get(id) ?? { block }
      found.set(id, range)
      if (what === 'comment start') range.start ??= offset + at
      // What ends before the first word of a block ends with the block before it.
      else range.end = at === 0 ? offset - 1 : offset + at
    }
    offset += text.length + 1
  }
  return new Map(
    [...found].map(([id, { block, start = block.start, end = start }]) => [
      id,
      start < end && end <= length ? { start, end } : block,
    ]),
  )
}
