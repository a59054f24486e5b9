import type { Block } from '../model/document'
import { decode } from './encoding'
import { FORMATS, nameWithoutExtension } from './formats'
import type { Importer, ReadDocument, ReadOptions, SourceFile } from './importer'
import { languageOf } from './language'
import { linesOf, withoutControls } from './line-ends'
import { paragraphsOf } from './paragraphs'
import { Remarks } from './remarks'
import { titleIndex } from './title-line'

/** Reads text without markup: its paragraphs and its title line. */
export const plainText: Importer = {
  id: 'plain-text',
  extensions: FORMATS['plain-text'],
  prose: true,
  read: readPlainText,
}

/** What is in a file when it is read as text without markup. */
export function readPlainText(file: SourceFile, options: ReadOptions): ReadDocument {
  const remarks = new Remarks()
  const { text, encoding } = decode(file, options, remarks)
  const paragraphs = paragraphsOf(linesOf(withoutControls(text, remarks)))
  const titleAt = titleIndex(paragraphs)
  const title = titleAt === undefined ? undefined : paragraphs[titleAt]
  const blocks = paragraphs.map(
    (text, index): Block => (index === titleAt ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text }),
  )
  return {
    title: title ?? nameWithoutExtension(file.name),
    metadata: title === undefined ? {} : { title },
    language: languageOf(paragraphs.join('\n')),
    format: 'plain-text',
    encoding,
    blocks,
    remarks: remarks.all(),
  }
}
