import { translator } from '../messages'
import type { Exporter } from './exporter'
import { fileName } from './file-name'
import { markedProject } from './marked-documents'
import { stepsOf } from './progress'
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
    const tables = TABLE_IDS.map((id) => ({ id, ...TABLES[id](project, say) }))
    const sheets = tables.map(({ id, header, rows }) => ({
      name: say(`exportFormats.csv.${id}`).slice(0, 31),
      header,
      rows: rows(),
    }))
    const count = tables.reduce((sum, table) => sum + table.count, 0)
    const bytes = spreadsheet(sheets, stepsOf(onProgress, count))
    return [{ name: fileName(snapshot.project.name, 'xlsx', new Set(), say('export.untitled')), bytes }]
  },
}
