import type { Element } from 'hast'
import { type Block, type Debris, plainText } from '../../model/document'
import { isChosenTitle } from '../chosen-title'
import { nameWithoutExtension } from '../formats'
import { placedBlocks } from '../html-blocks'
import type { ReadDocument, Reading, ReadOptions, SourceFile } from '../importer'
import { languageOf } from '../language'
import { Remarks } from '../remarks'
import { openBook } from './book'
import { contentsOf, type Entry } from './contents'
import { headedBy } from './headed'
import { readPages } from './pages'
import { placeEntries } from './place-entries'
import { bookProperties } from './properties'
import { pageDebris } from './roles'

/**
 * Reads a book: its pages in reading order, the titles of its table of contents as headings where its pages have none
 * of their own, notes after the text that calls them, what is no part of the text marked as that. Its chapters are
 * headings of one document, or documents of their own.
 */
export function readEpub(file: SourceFile, options: ReadOptions): ReadDocument | Reading {
  const remarks = new Remarks()
  const book = openBook(file)
  const { root, bodies, encoding } = readPages(book, options, remarks)
  const placed = placedBlocks(root, remarks)
  const debris = new Map<Element, Debris | undefined>()
  for (const [item, body] of bodies) debris.set(body, pageDebris(book, item, body))
  const pageOf = pagesOf(placed.parents)
  const blocks = placed.blocks.map((block, index): Block => {
    const page = pageOf(placed.origins[index]?.element)
    const kind = page && debris.get(page)
    return kind === undefined ? block : { ...block, debris: kind }
  })
  const bodyAt = new Map([...bodies].map(([{ path }, body]) => [path, body]))
  const isText = ({ path }: Entry): boolean => debris.get(bodyAt.get(path) as Element) === undefined
  const entries = contentsOf(book).filter((entry) => bodyAt.has(entry.path) && isText(entry))
  const { blocks: headed, chapters } = headedBy(blocks, placeEntries(entries, root, bodyAt, placed))

  const { metadata, language } = bookProperties(book)
  const chosen = metadata.title !== undefined && isChosenTitle(metadata.title) ? metadata.title : undefined
  const title = chosen ?? nameWithoutExtension(file.name)
  const common = { format: 'epub', ...(encoding && { encoding }) }
  const text = headed.filter((block) => block.debris === undefined)
  const whole = {
    title,
    metadata,
    language: languageOf(plainText(text.length > 0 ? text : headed), language),
    ...common,
    blocks: headed,
    remarks: remarks.all(),
  }
  if (options.chapters !== 'documents' || chapters.length < 2) return whole
  return {
    documents: chapters.map(
      ({ title: chapter, from, to }, index): ReadDocument => ({
        ...whole,
        title: chapter ?? title,
        metadata: chapter === undefined ? metadata : ofChapter(metadata, chapter, title),
        blocks: headed.slice(from, to),
        remarks: index === 0 ? whole.remarks : [],
      }),
    ),
    failed: [],
  }
}

/** A chapter's metadata: the book it stands in is its source. */
function ofChapter(book: ReadDocument['metadata'], chapter: string, title: string): ReadDocument['metadata'] {
  const { subtitle: _, evidence, ...rest } = book
  const { title: ofTitle, subtitle: __, ...others } = evidence ?? {}
  const by = { by: 'properties', quote: chapter } as const
  return {
    ...rest,
    title: chapter,
    source: title,
    ...(book.source !== undefined && { other: { ...rest.other, publisher: book.source } }),
    evidence: { ...others, title: by, source: ofTitle ?? by },
  }
}

/** The page each element stands on: the outermost element around it. */
function pagesOf(parents: ReadonlyMap<Element, Element>): (element: Element | undefined) => Element | undefined {
  const known = new Map<Element, Element>()
  return (element) => {
    const way: Element[] = []
    let at = element
    for (let up = at; up; up = parents.get(up)) {
      at = known.get(up)
      if (at) break
      way.push(up)
      at = up
    }
    if (at) for (const each of way) known.set(each, at)
    return at
  }
}
