import { extensionOf } from '#shared/importers/formats'
import type { ReadOptions } from '#shared/importers/importer'
import type { FileToRead } from './file-to-read'

/** What a book's chapters become. */
export type Chapters = NonNullable<ReadOptions['chapters']>

const isBook = ({ name, folders }: FileToRead): boolean => extensionOf(name) === 'epub' && folders === undefined

/** The books among files of which it is asked what their chapters become; those in folders and archives stay whole. */
export const booksToAskAbout = (files: readonly FileToRead[]): readonly FileToRead[] =>
  files.filter((file) => isBook(file) && file.options?.chapters === undefined)

/** The files, with what was said of their books. */
export const withChapters = (files: readonly FileToRead[], chapters: Chapters): readonly FileToRead[] =>
  files.map((file) => (isBook(file) ? { ...file, options: { ...file.options, chapters } } : file))
