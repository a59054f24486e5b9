import { guidFor } from '../../exporters/refi/guid'
import type { SourceFile } from '../../importers/importer'
import { languageOf } from '../../importers/language'
import { type DocumentContent, plainText, type SourceDocument } from '../../model/document'
import { type Original, packOriginal } from '../../model/original'
import type { ForeignSource } from '../annotations/annotation'
import type { AnnotationReading } from '../annotations/reading'
import { sourceFinder } from '../annotations/source-finder'
import { type ForeignText, foreignText } from '../refi/foreign-text'
import { textOf } from '../refi/read-sources'

/** The text that annotations stand beside. */
export interface BratDocument {
  /** What the annotations are set on. */
  readonly source: ForeignSource
  /** Absent where it is neither in a file beside them nor in the project. */
  readonly text?: ForeignText
  /** What is made of the file beside them; absent where the project has it. */
  readonly made?: {
    readonly document: SourceDocument
    readonly content: DocumentContent
    readonly original: Original
  }
}

/**
 * The document of the annotations in `file`: the text beside them as it stands, without regard to what a page would have
 * that is no text, for positions count all of it. It is the project's own where that was brought in already.
 */
export function bratDocument(
  file: SourceFile,
  text: SourceFile | undefined,
  order: number,
  reading: AnnotationReading,
): BratDocument {
  const { options, project } = reading
  const { documents, contents } = options.into
  const textOfOwn = ({ content }: SourceDocument): string =>
    plainText(contents.find(({ id }) => id === content)?.blocks ?? [])
  const title = file.name.replace(/\.[^.]*$/, '')
  const fileName = text?.name ?? `${title}.txt`
  const source = { iri: `brat ${[...(file.folders ?? []), fileName].join('/')}`, urls: [], title }
  if (!text) {
    const found = sourceFinder(reading)(source)
    return { source, ...(found && { text: foreignText(textOfOwn(found)) }) }
  }
  const read = textOf(fileName, text.bytes, reading)
  const id = reading.ownId(source.iri)
  const same = documents.some((each) => each.id === id)
    ? undefined
    : documents.find((each) => each.fileName === fileName && textOfOwn(each) === read.text)
  if (same) return { source: { ...source, iri: same.id }, text: read }
  const original = packOriginal(text.bytes)
  const content = guidFor('content', id)
  return {
    source,
    text: read,
    made: {
      document: {
        ...{ id, project, title, metadata: {}, language: languageOf(read.text), format: 'plain-text', fileName },
        ...{ encoding: { label: 'utf-8', by: 'valid UTF-8' }, content, length: read.text.length, order },
        created: options.now,
      },
      content: { id: content, project, blocks: read.blocks, original: original.hash },
      original,
    },
  }
}
