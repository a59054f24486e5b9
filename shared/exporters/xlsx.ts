import { translator } from '../messages'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { markedProject } from './marked-documents'
import { TABLE_IDS, TABLES } from './sheets/sheets'
import { spreadsheet } from './spreadsheet'

/**
 * A workbook of five sheets: taggings, passages, codebook, document attributes, and how often each document has each
 * theme. The columns are those of the CSV tables.
 */
export const xlsx: Exporter = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  arranges: [],
  write(snapshot, { language, onProgress }) {
    const say = translator(language)
    const project = markedProject(snapshot)
    const sheets = TABLE_IDS.map((id) => {
      const { header, rows } = TABLES[id](project, say)
      return { name: say(`exportFormats.csv.${id}`).slice(0, 31), header, rows: rows() }
    })
    const bytes = spreadsheet(sheets, onProgress)
    return [{ name: fileName(snapshot.project.name, 'xlsx', new Set(), say('export.untitled')), bytes }]
  },
}
