import { translator } from '../messages'
import { cslItem } from './citation/item'
import { citationKeys } from './citation/keys'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { stepsOf } from './progress'

/** The documents as CSL-JSON, which Zotero, Pandoc and citation processors read. Names are in the script of the source. */
export const cslJson: Exporter = {
  id: 'csl-json',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  arranges: [],
  write({ project, documents }, { language, onProgress }) {
    const keys = citationKeys(documents)
    const step = stepsOf(onProgress, documents.length)
    const items = documents.map((document) => {
      step()
      return cslItem(document, keys.get(document.id) ?? document.id)
    })
    const name = fileName(project.name, 'json', new Set(), translator(language)('export.untitled'))
    return [{ name, bytes: new TextEncoder().encode(`${JSON.stringify(items, null, 2)}\n`) }]
  },
}
