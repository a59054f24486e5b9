import { readDocx } from './docx/read'
import { FORMATS } from './formats'
import type { Importer } from './importer'

/**
 * Reads Word documents: their structure by styles, lists, tables and notes, their comments, and the pages as Word laid
 * them out last. Tracked changes are read as if accepted.
 */
export const docx: Importer = {
  id: 'docx',
  extensions: FORMATS.docx,
  signature: 'DOCX (Word)',
  prose: true,
  read: readDocx,
}
