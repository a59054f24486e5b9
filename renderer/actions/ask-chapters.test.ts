import { expect, test } from 'vitest'
import { booksToAskAbout, withChapters } from './ask-chapters'
import type { FileToRead } from './file-to-read'

const file = (name: string, folders?: readonly string[]): FileToRead => ({
  name,
  size: 1,
  ...(folders && { folders }),
  open: async () => ({ name, bytes: new Uint8Array() }),
})

test('books that were chosen themselves are asked about once, those in folders and other files never', () => {
  const files = [file('红楼梦.EPUB'), file('a.txt'), file('b.epub', ['书'])]
  expect(booksToAskAbout(files).map(({ name }) => name)).toEqual(['红楼梦.EPUB'])
  const answered = withChapters(files, 'documents')
  expect(booksToAskAbout(answered)).toEqual([])
  expect(answered.map(({ options }) => options)).toEqual([{ chapters: 'documents' }, undefined, undefined])
})
