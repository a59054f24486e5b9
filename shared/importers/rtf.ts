import { FORMATS } from './formats'
import type { Importer } from './importer'
import { readRtf } from './rtf/read'

/** Reads the Rich Text Format, in whatever code page it was written. Tracked changes are read as if accepted. */
export const rtf: Importer = {
  id: 'rtf',
  extensions: FORMATS.rtf,
  signature: 'RTF',
  prose: true,
  read: readRtf,
}
