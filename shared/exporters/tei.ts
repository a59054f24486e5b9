import { concatenated } from '../concatenated'
import { translator } from '../messages'
import type { Block } from '../model/document'
import type { Id } from '../model/ids'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { stepsOf } from './progress'
import { joined } from './refi/joined'
import { XmlWriter } from './refi/xml'
import { writeProjectHeader, writeTextHeader } from './tei/header'
import { xmlId } from './tei/ids'
import { writeProjectStandOff, writeTextStandOff } from './tei/standoff'
import { writeText } from './tei/text'

/** The namespace of TEI P5. */
export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0'

/**
 * The project as one corpus by TEI P5 (4.3 and later): themes are the categories of a taxonomy, coders are those who are
 * responsible, each document is a TEI with its text, and what was marked in it stands apart in its `standOff` as
 * `annotation`s by the Web Annotation model, which point to the text by `string-range` (code points) and to categories,
 * coders and each other by `xml:id`. What is not carried is in `shared/exchange/losses.ts`.
 * Throws a ProblemError when themes are nested too deeply.
 */
export const tei: Exporter = {
  id: 'tei',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  arranges: [],
  write(snapshot, { language, onProgress, onReplaced }) {
    const project = joined(snapshot)
    const { id, name } = snapshot.project
    const contents = new Map<Id, readonly Block[]>(snapshot.contents.map((each) => [each.id, each.blocks]))
    const xml = new XmlWriter()
    const root = { xmlns: TEI_NAMESPACE, 'xml:id': xmlId('project', id) }
    if (snapshot.documents.length === 0) {
      xml.element('TEI', { ...root, type: 'project' }, () => {
        writeProjectHeader(xml, project)
        writeProjectStandOff(xml, project)
        xml.element('text', {}, () => xml.element('body', {}, () => xml.words('p', {}, '')))
      })
    } else {
      xml.element('teiCorpus', root, () => {
        writeProjectHeader(xml, project)
        writeProjectStandOff(xml, project)
        const step = stepsOf(onProgress, snapshot.documents.length)
        for (const document of snapshot.documents) {
          const blocks = contents.get(document.content) ?? []
          xml.element('TEI', { 'xml:id': xmlId('document', document.id) }, () => {
            writeTextHeader(xml, document)
            writeText(xml, document, blocks)
            writeTextStandOff(xml, project, document, blocks)
          })
          step()
        }
      })
    }
    const bytes = concatenated(xml.end())
    onReplaced?.(xml.replaced)
    return [{ name: fileName(name, 'xml', new Set(), translator(language)('export.untitled')), bytes }]
  },
}
