import { FORMATS } from './formats'
import type { Importer } from './importer'

/**
 * Reads the text layer of PDF files, in reading order, with the pages it stands on. What reads it is loaded when the
 * first one comes.
 */
export const pdf: Importer = {
  id: 'pdf',
  extensions: FORMATS.pdf,
  signature: 'PDF',
  prose: true,
  async read(file, options) {
    const { readPdf } = await import('./pdf/read')
    return readPdf(file, options)
  },
}
