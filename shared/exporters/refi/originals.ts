import { zipFormat } from '../../importers/zip-format'
import type { SourceDocument } from '../../model/document'
import type { Id } from '../../model/ids'
import { type Original, unpackOriginal } from '../../model/original'
import type { ProjectSnapshot } from '../exporter'
import { guidFor, guidOf } from './guid'

/** The files of one document, by their names in the folder `sources`. */
export interface SourceFiles {
  /** The plain text: UTF-8, lines ended by a line feed. */
  readonly text: string
  /** The file that it was read from, where that is a PDF. */
  readonly pdf?: string
  /** The same for a Word document whose text is still as it was read. */
  readonly docx?: string
}

/** How the original of a document goes out: REFI-QDA has a place for PDF and for Word documents, and for no others. */
export interface Originals {
  filesOf(document: SourceDocument): SourceFiles
  /** The bytes of the PDF or Word document. Throws an Error when what is stored is damaged. */
  bytesOf(document: SourceDocument): Uint8Array
}

/** The originals of a snapshot; those of documents whose originals it does not have are not offered. */
export function originalsOf(snapshot: ProjectSnapshot): Originals {
  const byHash = new Map((snapshot.originals ?? []).map((original) => [original.hash, original]))
  const hashes = new Map<Id, string | undefined>(snapshot.contents.map(({ id, original }) => [id, original]))
  const corrected = new Set<Id>(
    (snapshot.revisions ?? []).filter(({ kind }) => kind === 'correction').map(({ content }) => content),
  )
  const kinds = new Map<string, 'pdf' | 'docx' | undefined>()
  const originalOf = ({ content }: SourceDocument): Original | undefined => byHash.get(hashes.get(content) ?? '')
  const kindOf = (original: Original): 'pdf' | 'docx' | undefined => {
    if (!kinds.has(original.hash)) kinds.set(original.hash, kindOfBytes(unpackOriginal(original)))
    return kinds.get(original.hash)
  }
  return {
    filesOf(document) {
      const guid = guidOf(document.id)
      const original = originalOf(document)
      const kind = original && kindOf(original)
      if (kind === 'pdf') return { text: `${guidFor('representation', document.id)}.txt`, pdf: `${guid}.pdf` }
      if (kind === 'docx' && !corrected.has(document.content)) return { text: `${guid}.txt`, docx: `${guid}.docx` }
      return { text: `${guid}.txt` }
    },
    bytesOf: (document) => unpackOriginal(originalOf(document) as Original),
  }
}

function kindOfBytes(bytes: Uint8Array): 'pdf' | 'docx' | undefined {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return 'pdf'
  return bytes[0] === 0x50 && bytes[1] === 0x4b && zipFormat(bytes).startsWith('DOCX') ? 'docx' : undefined
}
