import { codePointIndex } from '../../model/code-points'
import type { SourceDocument } from '../../model/document'
import type { Highlight } from '../../model/highlight'
import type { Id } from '../../model/ids'
import { emphasisOf } from './emphasis'
import { guidFor, guidOf } from './guid'
import type { Joined } from './joined'
import type { SourceFiles } from './originals'
import { shortName } from './short-name'
import { type Variable, writeValues } from './variables'
import type { XmlWriter } from './xml'

/** What every source is written with. */
export interface SourceWriting {
  readonly xml: XmlWriter
  readonly project: Joined
  readonly variables: readonly Variable[]
  /** Writes what points from a record to its notes. */
  readonly refer: (about: Id) => void
}

/**
 * Whether a highlight is written as a selection. One that is lost is nowhere in the text; only of a document that has no
 * text at all, as one whose file was missing when it came in, it is written where it stood.
 */
export const isPlaced = ({ lost }: Highlight, text: string): boolean => lost === undefined || text === ''

/** One document as a TextSource, or as a PDFSource with the text as its Representation. */
export function writeSource(writing: SourceWriting, document: SourceDocument, text: string, files: SourceFiles): void {
  const { xml, project, variables, refer } = writing
  const attributes = {
    guid: guidOf(document.id),
    name: document.title,
    creationDateTime: project.made('', document.created).creationDateTime,
  }
  const end = (): void => {
    refer(document.id)
    writeValues(xml, variables, document)
  }
  if (files.pdf === undefined) {
    const paths = { richTextPath: files.docx && internal(files.docx), plainTextPath: internal(files.text) }
    xml.element('TextSource', { ...attributes, ...paths }, () => {
      writeSelections(writing, document, text)
      end()
    })
    return
  }
  const path = internal(files.pdf)
  xml.element('PDFSource', { ...attributes, path }, () => {
    const guid = guidFor('representation', document.id)
    xml.element('Representation', { guid, name: document.title, plainTextPath: internal(files.text) }, () => {
      writeSelections(writing, document, text)
    })
    end()
  })
}

const internal = (name: string): string => `internal://${name}`

function writeSelections({ xml, project, refer }: SourceWriting, { id }: SourceDocument, text: string): void {
  const highlights = (project.highlights.get(id) ?? []).filter((each) => isPlaced(each, text))
  if (highlights.length === 0) return
  const points = codePointIndex(text)
  const point = (offset: number): number => (offset <= text.length ? points.codePoint(offset) : offset)
  for (const highlight of highlights) {
    const { passage, coder, created } = highlight
    const attributes = {
      guid: guidOf(highlight.id),
      name: shortName(passage.quote),
      startPosition: point(passage.start),
      endPosition: point(passage.end),
      ...project.made(coder, created),
    }
    const emphasis = emphasisOf(highlight)
    const taggings = project.taggings.get(highlight.id) ?? []
    if (emphasis === '' && taggings.length === 0 && !project.notes.has(highlight.id)) {
      xml.element('PlainTextSelection', attributes)
      continue
    }
    xml.element('PlainTextSelection', attributes, () => {
      if (emphasis !== '') xml.words('Description', {}, emphasis)
      for (const tagging of taggings) {
        xml.element('Coding', { guid: guidOf(tagging.id), ...project.made(tagging.coder, tagging.created) }, () => {
          xml.element('CodeRef', { targetGUID: guidOf(tagging.theme) })
        })
      }
      refer(highlight.id)
    })
  }
}
