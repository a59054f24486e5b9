import {
  type Block,
  type DocumentMetadata,
  type Evidence,
  METADATA_FIELDS,
  type MetadataField,
} from '../../model/document'
import type { ReadDocument } from '../importer'
import { isCaption, photographerIn } from './caption'
import { creditsAtEnd } from './credits'
import { datelineOf } from './dateline'
import { type Found, foundOrigin, type Origin, type SaidSomewhere } from './origin'
import { type Zones, zonesOf } from './zones'

/** In a document of more blocks than this captions are not looked for: it is a book. */
const MOST_BLOCKS = 20_000
/** How sure it is that a paragraph is a caption. */
const CAPTION = 0.8

/**
 * Understands a document as pages give it: which lines are the page around the text, which are captions, and what the
 * lines say of its origin. The words and their order are never changed. Blocks are flagged, and fields of the metadata
 * that the format left empty are filled, each with the words it was read from.
 */
export function understood(document: ReadDocument): ReadDocument {
  const { blocks, title, metadata } = document
  const titleAt = titleBlock(blocks, title)
  const zones = zonesOf(blocks, titleAt, titleAt === undefined ? '' : (blocks[titleAt] as Block).text)
  const debris = new Map(
    zones.judged.flatMap(({ block, line, folds }) => (folds ? [[block, line.debris] as const] : [])),
  )
  const flagged = blocks.map((block, at): Block => {
    const kind = debris.get(at)
    if (kind !== undefined) return { ...block, debris: kind }
    // 人民网 makes a heading of the line below the title: ——一座小镇的午后.
    if (block.kind === 'heading' && titleAt !== undefined && at === titleAt + 1 && SECOND.test(block.text))
      return paragraphOf(block)
    const caption =
      blocks.length <= MOST_BLOCKS &&
      block.kind === 'paragraph' &&
      !block.debris &&
      at !== titleAt &&
      isCaption(block.text)
    return caption ? { ...block, kind: 'caption', confidence: CAPTION } : block
  })
  const origin = foundOrigin(saidIn(flagged, zones, titleAt))
  const whole = wholeTitle(document, zones)
  return {
    ...document,
    ...(whole !== undefined && { title: whole.value }),
    metadata: filled(whole ? titled(metadata, whole) : metadata, origin, document.format),
    blocks: debris.size === 0 && flagged.every((each, at) => each === blocks[at]) ? blocks : flagged,
  }
}

/** A title that is parted in two lines above the text stands whole where a line of the page gives it by name. */
function wholeTitle({ title, format }: ReadDocument, { judged }: Zones): Found | undefined {
  if (format !== 'plain-text') return undefined
  const plain = (words: string): string => words.replace(/\s/gu, '')
  return judged
    .flatMap(({ line, folds }) => (folds ? line.said : []))
    .find(
      ({ field, value }) => field === 'title' && value.length > title.length && plain(value).startsWith(plain(title)),
    )
}

const titled = (metadata: DocumentMetadata, { value, quote }: Found): DocumentMetadata => ({
  ...metadata,
  title: value,
  evidence: { ...metadata.evidence, title: { by: 'text', quote } },
})

/** The block that is the document's title, near its beginning. */
function titleBlock(blocks: readonly Block[], title: string): number | undefined {
  const near = blocks.slice(0, 60)
  const headline = near.findIndex(
    ({ kind, level = 1, text, debris }) => kind === 'heading' && level === 1 && !debris && text.trim() !== '',
  )
  const named = near.findIndex(({ text, debris }) => !debris && text.trim() === title)
  return named >= 0 ? named : headline >= 0 ? headline : undefined
}

/** Everything that lines of the page, the first and last paragraphs and the subtitle say of the origin. */
function saidIn(blocks: readonly Block[], { judged, first, last }: Zones, titleAt: number | undefined): SaidSomewhere {
  const lines = judged.map(({ block, line, folds }) => ({ ...line, folds, text: (blocks[block] as Block).text }))
  const proper = (at: number): boolean => {
    const block = blocks[at]
    return block !== undefined && block.kind === 'paragraph' && !block.debris && block.text.trim() !== ''
  }
  const opening: number[] = []
  for (let at = first ?? blocks.length; at < blocks.length && opening.length < 2; at++) if (proper(at)) opening.push(at)
  const closing: number[] = []
  for (let at = last ?? -1; at >= 0 && closing.length < 1; at--) if (proper(at)) closing.push(at)
  const short = blocks
    .slice(0, first ?? 0)
    .filter((block, at) => at !== titleAt && !block.debris && block.kind !== 'caption')
  return {
    title: titleAt === undefined ? undefined : blocks[titleAt]?.text,
    lines,
    datelines: [...opening.map((at) => (blocks[at] as Block).text), ...datelinesAtEnd(blocks, last)].map(datelineOf),
    photographers: blocks.flatMap(({ kind, text }) => (kind === 'caption' ? (photographerIn(text) ?? []) : [])),
    credits: closing.flatMap((at) => creditsAtEnd((blocks[at] as Block).text) ?? []),
    head: short.map(({ text }) => text),
    secondLine: secondLine(blocks, titleAt),
  }
}

/** Datelines in brackets below the text: （新华社北京5月4日电）. */
const datelinesAtEnd = (blocks: readonly Block[], last = blocks.length): string[] =>
  blocks.slice(last + 1, last + 4).flatMap(({ text, debris }) => {
    const inner = /^[(（](.{4,40}[电電讯訊])[)）]$/u.exec(text.trim())?.[1]
    return inner !== undefined && !debris ? [inner] : []
  })

/** The line between the title and a line that gives its date or source, or the report itself: the second of a headline. */
function secondLine(blocks: readonly Block[], titleAt: number | undefined): string | undefined {
  if (titleAt === undefined) return undefined
  const below = blocks.slice(titleAt + 1, titleAt + 8).filter(({ text }) => text.trim() !== '')
  const [line, next] = below
  if (line?.kind !== 'paragraph' || line.debris || !next) return undefined
  const isReport = !next.debris && datelineOf(next.text).said.some(({ field }) => field !== 'date')
  return next.debris === 'byline' || isReport ? line.text.trim() : undefined
}

/** The second line of a title, behind a dash. */
const SECOND = /^\s*(?:——|--|—|－－|──)/u
const paragraphOf = ({ level: _, ...block }: Block): Block => ({ ...block, kind: 'paragraph' })

/** Under this name the site is kept that has a text from elsewhere. */
const SITE = '网站'

/** Whether the text itself names its source (来源：…), and what was known is only the name of the site that shows it. */
const isSourceNamed = ({ source, evidence }: DocumentMetadata, said: Found | undefined): boolean =>
  said !== undefined &&
  said.rank <= 1 &&
  said.value !== source &&
  /(?:og:site_name|application-name|sitename)["']/i.test(evidence?.source?.quote ?? '')

/** Whether the text says the hour of the day that the page itself gives. */
const isExacter = ({ date = '' }: DocumentMetadata, field: MetadataField, value: string): boolean =>
  field === 'date' && /^\d{4}-\d\d-\d\d$/.test(date) && value.startsWith(`${date}T`)

function filled(given: DocumentMetadata, { fields, others }: Origin, format: string): DocumentMetadata {
  const found = Object.entries(fields) as [MetadataField, Found][]
  const better = isSourceNamed(given, fields.source)
  const news = METADATA_FIELDS.flatMap((field) =>
    found.filter(
      ([name, { value }]) =>
        name === field &&
        (given[field] === undefined || (field === 'source' && better) || isExacter(given, name, value)),
    ),
  )
  const evidence: { [F in MetadataField]?: Evidence } = { ...given.evidence }
  for (const [field, { quote }] of news) evidence[field] = { by: 'text', quote }
  // A plain text has no title but the one that was found in it.
  if (format === 'plain-text' && given.title !== undefined) evidence.title ??= { by: 'text', quote: given.title }
  const other = { ...(better && { [SITE]: given.source }), ...others, ...given.other }
  return {
    ...given,
    ...Object.fromEntries(news.map(([field, { value }]) => [field, value])),
    ...(Object.keys(other).length > 0 && { other }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  }
}
