import { concatenated } from '../concatenated'
import { translator } from '../messages'
import { ProblemError } from '../result'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { writeCodes } from './refi/codes'
import { joined } from './refi/joined'
import { ORIGIN } from './refi/project'
import { writeThemeSets } from './refi/sets'
import { XmlWriter } from './refi/xml'

/** The namespace of a codebook by REFI-QDA 1.0. */
export const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0'

/**
 * The themes and their groups as a codebook by the REFI-QDA standard 1.0 (`Codebook.xsd`). Every theme keeps its id as
 * its GUID. Throws a ProblemError when there are no themes, which the standard does not allow, or too deep ones.
 */
export const qdc: Exporter = {
  id: 'qdc',
  extension: 'qdc',
  mediaType: 'application/xml',
  arranges: [],
  write(snapshot, { language, onReplaced }) {
    const { name } = snapshot.project
    if (snapshot.themes.length === 0) throw new ProblemError({ key: 'export.noThemes', params: { name } })
    const say = translator(language)
    const project = joined(snapshot)
    const xml = new XmlWriter()
    xml.element('CodeBook', { xmlns: CODEBOOK_NAMESPACE, origin: ORIGIN }, () => {
      writeCodes(xml, project, language)
      writeThemeSets(xml, project)
    })
    const bytes = concatenated(xml.end())
    onReplaced?.(xml.replaced)
    return [
      { name: fileName(say('codebook.title', { project: name }), 'qdc', new Set(), say('export.untitled')), bytes },
    ]
  },
}
