import { FORMATS } from './formats'
import type { Importer } from './importer'
import { readOdt } from './odt/read'

/** Reads OpenDocument texts, as LibreOffice and its kin write them. Tracked changes are read as if accepted. */
export const odt: Importer = {
  id: 'odt',
  extensions: FORMATS.odt,
  signature: 'ODT',
  prose: true,
  read: readOdt,
}
