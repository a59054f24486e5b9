import { extensionOf } from '../importers/formats'

/** The extensions of files in which projects, or parts of them, are exchanged; the readers' own lists say the same. */
export const EXCHANGE_EXTENSIONS = ['pingdian', 'qdpx', 'qde', 'qdc', 'jsonld', 'json', 'xml', 'tei', 'ann'] as const

/** Whether a file holds a project or a codebook and no document, by its name. This module loads no parser. */
export const isExchange = (name: string): boolean =>
  EXCHANGE_EXTENSIONS.some((extension) => extension === extensionOf(name))
