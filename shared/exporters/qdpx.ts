import { LANGUAGES } from '../messages'
import { archiveWriter } from './archive-writer'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { stepsOf, toldOf } from './progress'
import { joined } from './refi/joined'
import { originalsOf } from './refi/originals'
import { projectXml } from './refi/project'

/**
 * A project by the REFI-QDA standard 1.0 (`Project.xsd` of 18 March 2019): a ZIP archive with `project.qde` and a folder
 * `sources`. Texts are UTF-8 without a byte order mark, lines ended by a line feed; positions count Unicode code points
 * in them from 0, the end exclusive. Every record keeps its id as its GUID. Star and weight are in the Description of a
 * selection, inclusion and exclusion in that of a code; what is not carried is in `shared/exchange/losses.ts`.
 * Throws a ProblemError when themes are nested too deeply.
 */
export const qdpx: Exporter = {
  id: 'qdpx',
  extension: 'qdpx',
  mediaType: 'application/zip',
  arranges: [],
  keepsOriginals: true,
  write(snapshot, options) {
    const project = joined(snapshot)
    const originals = originalsOf(snapshot)
    const archive = archiveWriter()
    const xml = projectXml(project, originals, options)
    archive.add('project.qde', toldOf(xml, stepsOf(options.onProgress, xml.length, { from: 0.4, until: 0.8 })))
    const step = stepsOf(options.onProgress, snapshot.documents.length, { from: 0.8 })
    for (const document of snapshot.documents) {
      const files = originals.filesOf(document)
      archive.add(`sources/${files.text}`, [textBytes(project.textOf(document))])
      const original = files.pdf ?? files.docx
      if (original !== undefined) archive.add(`sources/${original}`, [originals.bytesOf(document)], 'packed')
      step()
    }
    const { untitled } = LANGUAGES[options.language].messages.export
    return [{ name: fileName(snapshot.project.name, 'qdpx', new Set(), untitled), bytes: archive.end() }]
  },
}

/** A text that begins with a byte order mark of its own gets another one before it, which readers take away. */
const textBytes = (text: string): Uint8Array =>
  new TextEncoder().encode(text.startsWith('\ufeff') ? `\ufeff${text}` : text)
