import { decode } from '../../importers/encoding'
import { Remarks } from '../../importers/remarks'
import { type Original, packOriginal } from '../../model/original'
import type { RefiArchive } from './archive'
import { childOf, childrenOf, wordsOf, type XmlElement } from './element'
import { type ForeignText, foreignText } from './foreign-text'
import { importedText } from './imported-text'
import { type PageSelection, pageSelections } from './page-selections'
import { oneLine, type RefiReading } from './reading'

/** A source with a text, as it was found. */
export interface FoundSource {
  readonly element: XmlElement
  readonly title: string
  /** Empty where the source is missing. */
  readonly text: ForeignText
  readonly format: 'plain-text' | 'pdf' | 'docx'
  readonly original: Original
  /** The PlainTextSelections, and what is marked on the page with words of its own. */
  readonly selections: readonly XmlElement[]
  /** Where the latter stand. */
  readonly onPage?: readonly PageSelection[]
}

/** What is no text, by the names of the elements. */
const UNREADABLE = {
  picturesource: 'exchange.picture',
  audiosource: 'exchange.audio',
  videosource: 'exchange.video',
} as const
const SELECTIONS = /^(?:picture|audio|video|pdf)selection$/

/** The sources that hold texts. What is no text is told, with what was marked in it. */
export async function findSources(
  sources: XmlElement | undefined,
  archive: RefiArchive,
  reading: RefiReading,
): Promise<FoundSource[]> {
  const found: FoundSource[] = []
  const texts = new Set(childrenOf(sources, 'textsource').flatMap(pathsOf))
  for (const element of sources?.children ?? []) {
    const title = oneLine(element.attributes.name ?? '') || fileOf(element) || reading.file
    if (element.name in UNREADABLE) {
      const key = UNREADABLE[element.name as keyof typeof UNREADABLE]
      reading.told.unrepresented.add(key, { name: title, selections: marked(element) })
      found.push(...(await textsBeside(element, title, texts, archive, reading)))
    } else if (element.name === 'textsource') found.push(await textSource(element, title, archive, reading))
    else if (element.name === 'pdfsource') found.push(await pdfSource(element, title, archive, reading))
    const codings = childrenOf(element, 'coding').length
    reading.told.unrepresented.add('exchange.wholeSource', { name: title }, codings)
  }
  return found
}

/** Where the text of a source is, as the file writes it, in lower case. */
export const pathsOf = ({ attributes }: XmlElement): string[] =>
  [attributes.plaintextpath, attributes.richtextpath].flatMap((path) => path?.trim().toLowerCase() || [])

const fileOf = ({ attributes }: XmlElement): string =>
  oneLine((attributes.path ?? attributes.plaintextpath ?? attributes.richtextpath ?? '').split(/[\\/]/).at(-1) ?? '')

/** How much is marked in what is no text, the texts beside it aside. */
const marked = (element: XmlElement): number =>
  element.children.reduce((sum, child) => sum + (SELECTIONS.test(child.name) ? 1 : marked(child)), 0)

async function textSource(
  element: XmlElement,
  title: string,
  archive: RefiArchive,
  reading: RefiReading,
): Promise<FoundSource> {
  const bytes = textBytes(element, archive)
  const selections = childrenOf(element, 'plaintextselection')
  const rich = archive.find(element.attributes.richtextpath)
  const [, kind = ''] = /\.(docx|rtf|odt)$/i.exec(element.attributes.richtextpath?.trim() ?? '') ?? []
  const isWord = rich !== undefined && kind.toLowerCase() === 'docx'
  const imported = !bytes && rich && kind ? await importedText(`${title}.${kind}`, rich, reading.options) : undefined
  if (imported) reading.told.repaired.add('exchange.readFromWord', { name: title })
  else if (!bytes) tellMissing(title, selections.length, reading)
  return {
    ...{ element, title, text: imported ?? textOf(title, bytes, reading), selections },
    format: isWord ? 'docx' : 'plain-text',
    original: packOriginal(isWord || imported ? (rich as Uint8Array) : (bytes ?? new Uint8Array(0))),
  }
}

/**
 * The texts that go with what is no text: transcripts of recordings, whose selections reach from one moment to another,
 * and descriptions of pictures. What is said of the source is said of them. ATLAS.ti has transcripts a second time among the
 * texts, whose paths are `known`: those without selections of their own are left to that.
 */
async function textsBeside(
  element: XmlElement,
  title: string,
  known: ReadonlySet<string>,
  archive: RefiArchive,
  reading: RefiReading,
): Promise<FoundSource[]> {
  const values = childrenOf(element, 'variablevalue')
  const texts = [...childrenOf(element, 'transcript'), ...childrenOf(element, 'textdescription')]
  const found: FoundSource[] = []
  for (const each of texts) {
    const isMarked = each.children.some(({ name }) => /^(?:transcript|plaintext)selection$/.test(name))
    const name = oneLine(each.attributes.name ?? '') || title
    const points = new Map(
      childrenOf(each, 'syncpoint').map(({ attributes }) => [attributes.guid?.toLowerCase(), attributes.position]),
    )
    reading.told.unrepresented.add('exchange.syncPoints', { name }, points.size)
    if (!isMarked && pathsOf(each).some((path) => known.has(path))) continue
    const own = { ...each, children: [...each.children, ...values] }
    const source = await textSource(own, name, archive, reading)
    const selections = childrenOf(each, 'transcriptselection').map((selection): XmlElement => {
      const { fromsyncpoint, tosyncpoint } = selection.attributes
      const position = (guid: string | undefined): string | undefined => points.get(guid?.toLowerCase())
      const startposition = fromsyncpoint === undefined ? '0' : position(fromsyncpoint)
      const endposition = tosyncpoint === undefined ? String([...source.text.text].length) : position(tosyncpoint)
      return {
        ...selection,
        attributes: {
          ...selection.attributes,
          ...(startposition !== undefined && { startposition }),
          ...(endposition !== undefined && { endposition }),
        },
      }
    })
    found.push({ ...source, selections: [...source.selections, ...selections] })
  }
  return found
}

/**
 * A PDF is read by its Representation: positions count in that; one without is read as when it is brought in. Stretches
 * of the page that have a twin in the text are that twin; those that say their words are looked for there.
 */
async function pdfSource(
  element: XmlElement,
  title: string,
  archive: RefiArchive,
  reading: RefiReading,
): Promise<FoundSource> {
  const representation = childOf(element, 'representation')
  const bytes = representation && textBytes(representation, archive)
  const selections = childrenOf(representation, 'plaintextselection')
  const twins = new Set(selections.map(({ attributes }) => attributes.guid?.toLowerCase()))
  const onPage = childrenOf(element, 'pdfselection').filter(
    ({ attributes }) => !twins.has(attributes.guid?.toLowerCase()),
  )
  const pdf = archive.find(element.attributes.path)
  const imported = bytes ? undefined : await importedText(`${title}.pdf`, pdf, reading.options)
  const text = imported ?? textOf(title, bytes, reading)
  const found = pageSelections(onPage, text.text, selections, (each) => textBytes(each, archive))
  reading.told.unrepresented.add('exchange.onPage', { name: title }, onPage.length - found.length)
  if (!imported && !bytes) tellMissing(title, selections.length + found.length, reading)
  if (!pdf && bytes) reading.told.missing.add('exchange.missingOriginal', { name: title })
  return {
    ...{ element, title, text, onPage: found },
    selections: [...selections, ...found.map((each) => each.element)],
    format: pdf ? 'pdf' : 'plain-text',
    original: packOriginal(pdf ?? bytes ?? new Uint8Array(0)),
  }
}

function tellMissing(name: string, selections: number, { told }: RefiReading): void {
  if (selections === 0) told.missing.add('exchange.missingUnmarked', { name })
  else told.missing.add('exchange.missingSource', { name, selections })
}

function textBytes(element: XmlElement, archive: RefiArchive): Uint8Array | undefined {
  const content = childOf(element, 'plaintextcontent')
  return content ? new TextEncoder().encode(content.text) : archive.find(element.attributes.plaintextpath)
}

/** The text in a file: UTF-8 by the standard, else what the bytes look like. Empty where there is none. */
export function textOf(name: string, bytes: Uint8Array | undefined, { told }: Pick<RefiReading, 'told'>): ForeignText {
  if (!bytes) return foreignText('')
  const { encoding } = decode({ name, bytes }, {}, new Remarks())
  if (encoding.label !== 'utf-8') told.repaired.add('exchange.notUtf8', { name, label: encoding.label })
  const text = foreignText(new TextDecoder(encoding.label).decode(bytes))
  told.repaired.add('exchange.controls', { name }, text.dropped)
  return text
}

/** What a source, a selection or a set says of itself. */
export const descriptionOf = (element: XmlElement): string =>
  wordsOf(element, 'description').replaceAll('\r\n', '\n').trim()
