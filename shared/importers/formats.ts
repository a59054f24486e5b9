/** The formats Pingdian reads: an importer's id and the file name extensions that call for it, lower case, no dot. */
export const FORMATS = {
  'plain-text': ['txt', 'text'],
  markdown: ['md', 'markdown', 'mdown', 'mkd'],
  html: ['html', 'htm', 'xhtml'],
  mhtml: ['mhtml', 'mht', 'eml'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  epub: ['epub'],
  odt: ['odt', 'ott'],
  rtf: ['rtf'],
  csv: ['csv', 'tsv', 'tab'],
  xlsx: ['xlsx'],
  zip: ['zip'],
  pdf: ['pdf'],
  subtitles: ['srt', 'vtt'],
} as const satisfies Record<string, readonly string[]>
export type FormatId = keyof typeof FORMATS

/** Every extension a file dialog should offer, without the dot. This module loads no parser. */
export const importableExtensions = (): string[] => Object.values(FORMATS).flat()

/** The extension of a file name, lower case and without the dot; empty when it has none. */
export const extensionOf = (name: string): string => /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** A file name without its extension, for a document that names itself nowhere. */
export const nameWithoutExtension = (name: string): string => name.replace(/(?<=.)\.[^.\\/]+$/, '')

/** Whether a file holds a table, by its name, so that its columns can be asked for before it is brought in. */
export const isTable = (name: string): boolean =>
  [...FORMATS.csv, ...FORMATS.xlsx].some((extension) => extension === extensionOf(name))
