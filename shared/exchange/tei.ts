import { guidFor } from '../exporters/refi/guid'
import { asciiStart } from '../importers/declared-encoding'
import { languageOf } from '../importers/language'
import type { DocumentContent, SourceDocument } from '../model/document'
import type { NoteSubject } from '../model/note'
import { type Original, packOriginal } from '../model/original'
import { ProblemError } from '../result'
import { annotationReading } from './annotations/reading'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { childOf, readXml, type XmlElement } from './refi/element'
import { oneLine } from './refi/reading'
import { annotationsIn, coderFinder, type TeiAnnotation } from './tei/read-annotations'
import { creationIn, down, languageIn, metadataIn, titleIn, wordsIn } from './tei/read-header'
import { readMarks, type TeiDocument } from './tei/read-marks'
import { readTeiText } from './tei/read-text'
import { iriOfXmlId, readThemes } from './tei/read-themes'

/**
 * Texts by TEI P5 with what stands apart from them: a `teiCorpus` or a `TEI`. Categories of taxonomies become themes,
 * `annotation`s, `span`s and notes that point to the text become highlights, and so do elements with an `ana`.
 */
export const tei: ExchangeReader = {
  id: 'tei',
  extensions: ['xml', 'tei'],
  recognises: ({ bytes }) => /<(?:\w+:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]/.test(asciiStart(bytes, 4096)),
  read(file, options) {
    const { name } = file
    const { root: found, replaced } = readXml(name, file.bytes, 'mixed')
    // TEI P4 calls it so; what is read here is the same in both.
    const root = found.name === 'tei.2' ? { ...found, name: 'tei' } : found
    if (root.name !== 'tei' && root.name !== 'teicorpus')
      throw new ProblemError({ key: 'exchange.noTei', params: { name } })
    const reading = annotationReading(name, options)
    const { told, project } = reading
    told.repaired.add('exchange.forbidden', {}, replaced)
    options.onProgress?.(0.3)
    const coders = coderFinder(root, name)
    for (const [xmlId, coder] of coders.people) if (xmlId.startsWith('c_')) reading.coderOf(coder)
    const known = new Set(idsIn(root))
    const interpretations = all(root, 'interp').filter(({ attributes }) => attributes.id !== undefined)
    const { themes, byXmlId } = readThemes(all(root, 'taxonomy'), interpretations, reading)
    const contents: DocumentContent[] = []
    const originals: Original[] = []
    const documents = textsIn(root).map((element, order): TeiDocument => {
      const read = documentIn(element, order, root)
      contents.push(read.content)
      originals.push(read.original)
      return read
    })
    options.onProgress?.(0.6)
    const subjects = new Map<string, NoteSubject>()
    for (const [xmlId, id] of byXmlId) subjects.set(xmlId, { kind: 'theme', id })
    const header = childOf(root, 'teiheader')
    const isWhole = root.name === 'teicorpus' || root.attributes.type === 'project'
    if (root.attributes.id !== undefined && isWhole) subjects.set(root.attributes.id, { kind: 'project', id: project })
    const annotations = [...annotationsIn(root, coders.find, reading), ...documents.flatMap(inlineMarks)]
    const marks = readMarks(annotations, documents, subjects, reading)
    const application = down(header, 'encodingdesc', 'appinfo', 'application', 'label')
    const created = creationIn(header)
    return keeping(
      'tei',
      {
        report: {
          name: isWhole ? titleIn(header) : '',
          ...(application && { origin: oneLine(wordsIn(application)) }),
          ...(created !== undefined && isWhole && { created }),
          repaired: told.repaired.all(),
          unrepresented: told.unrepresented.all(),
          missing: told.missing.all(),
        },
        records: { coders: reading.coders(), documents: documents.map(({ document }) => document), themes, ...marks },
        ...{ contents, originals },
      },
      options,
    )

    /** Elements of the text that say what they mean are annotations of themselves. */
    function inlineMarks({ document, text }: TeiDocument): TeiAnnotation[] {
      return text.meaning.flatMap(({ element, place }, at): TeiAnnotation[] => {
        if (place.start >= place.end) return []
        const xmlId = element.attributes.id ?? `${document.id}-${element.name}-${at}`
        const named = (element.attributes.ana ?? '').split(/\s+/)
        const pointers = named.filter((each) => byXmlId.has(each.slice(1)))
        const nowhere = named.filter(
          (each) => each.startsWith('#') && !pointers.includes(each) && !known.has(each.slice(1)),
        )
        told.missing.add('exchange.noPointer', {}, nowhere.length)
        if (pointers.length === 0) return []
        const target = `#${xmlId}`
        ;(text.places as Map<string, typeof place>).set(xmlId, place)
        const typed = { weight: undefined, quote: undefined, prefix: undefined, suffix: undefined, relation: undefined }
        const coder = reading.coderOf(coders.find(element.attributes.resp))
        const made = { coder, created: options.now, modified: options.now }
        const own = { xmlId: `${xmlId}-ana`, motivation: [], targets: [target], notes: [], typed }
        return [{ ...own, pointers, ...made }]
      })
    }

    function documentIn(element: XmlElement, order: number, whole: XmlElement) {
      const own = childOf(element, 'teiheader')
      const textElement = childOf(element, 'text') as XmlElement
      const text = readTeiText(textElement)
      const xmlId = element.attributes.id
      const title = titleIn(own) || `${name.replace(/\.[^.]+$/, '')}${order === 0 ? '' : ` (${order + 1})`}`
      const id = reading.ownId(xmlId === undefined ? `${name} ${title} ${order}` : iriOfXmlId(xmlId, name))
      const original = packOriginal(new TextEncoder().encode(text.text))
      const content = guidFor('content', id)
      const language = languageIn(textElement, element, whole === element ? undefined : whole)
      const document: SourceDocument = {
        ...{ id, project, title, metadata: metadataIn(own), language: language ?? languageOf(text.text) },
        ...{ format: 'plain-text', fileName: `${title}.txt`, encoding: { label: 'utf-8', by: 'valid UTF-8' } },
        ...{ content, length: text.text.length, order, created: creationIn(own) ?? options.now },
      }
      const xmlIds = [xmlId, textElement.attributes.id].flatMap((each) => each ?? [])
      return {
        document,
        text,
        xmlIds,
        original,
        content: { id: content, project, blocks: text.blocks, original: original.hash },
      }
    }
  },
}

/** Every element of this name, outside of each other. */
const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => (child.name === name ? [child] : all(child, name)))

/** Every `xml:id` in the file. */
const idsIn = ({ attributes, children }: XmlElement): string[] => [
  ...(attributes.id === undefined ? [] : [attributes.id]),
  ...children.flatMap(idsIn),
]

/** The `TEI` elements that have a text, in their order. */
function textsIn(element: XmlElement): XmlElement[] {
  const inner = element.children.flatMap((child) =>
    child.name === 'tei' || child.name === 'teicorpus' ? textsIn(child) : [],
  )
  const has = element.name === 'tei' && element.attributes.type !== 'project' && childOf(element, 'text') !== undefined
  return has ? [element, ...inner] : inner
}
