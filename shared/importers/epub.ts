import { readEpub } from './epub/read'
import { FORMATS } from './formats'
import type { Importer } from './importer'

/**
 * Reads e-books (EPUB 2 and 3): their pages in reading order as one document with chapters as headings, or one document
 * for each chapter. Books that are locked by rights management are refused.
 */
export const epub: Importer = {
  id: 'epub',
  extensions: FORMATS.epub,
  signature: 'EPUB',
  prose: false,
  read: readEpub,
}
