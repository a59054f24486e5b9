import type { Block, SourceDocument } from '../../model/document'
import type { XmlAttributes, XmlWriter } from '../refi/xml'
import { blockId, xmlId } from './ids'

/** How blocks that are no headings and list items are written. */
const ELEMENTS = {
  paragraph: ['p', {}],
  quotation: ['quote', {}],
  tableRow: ['ab', { type: 'tableRow' }],
  code: ['ab', { type: 'code' }],
  caption: ['ab', { type: 'caption' }],
  footnote: ['note', { place: 'foot' }],
} as const satisfies Readonly<Record<string, readonly [string, XmlAttributes]>>

/**
 * The text: a heading begins a division, which ends before the next heading that is as high; items that follow each
 * other are a list. What stands in a block is its text and nothing else, so that pointers count in it.
 */
export function writeText(xml: XmlWriter, document: SourceDocument, blocks: readonly Block[]): void {
  const attributes = (block: Block, at: number, more: XmlAttributes = {}): XmlAttributes => ({
    'xml:id': blockId(document.id, at),
    ...more,
    ...(block.marker !== undefined && block.marker !== '' && { n: block.marker }),
    ...(block.level !== undefined && { rend: `level-${block.level}` }),
  })
  let at = 0
  const write = (above: number): void => {
    while (at < blocks.length) {
      const block = blocks[at] as Block
      if (block.kind === 'heading') {
        const level = block.level ?? 1
        if (level <= above) return
        xml.element('div', {}, () => {
          xml.words('head', attributes(block, at), block.text)
          at += 1
          write(level)
        })
      } else if (block.kind === 'listItem') {
        xml.element('list', {}, () => {
          for (let item = blocks[at]; item?.kind === 'listItem'; item = blocks[at]) {
            xml.words('item', attributes(item, at), item.text)
            at += 1
          }
        })
      } else {
        const [name, more] = ELEMENTS[block.kind]
        xml.words(name, attributes(block, at, more), block.text)
        at += 1
      }
    }
  }
  const text = { 'xml:id': `${xmlId('document', document.id)}.text`, 'xml:lang': document.language }
  xml.element('text', { ...text, 'xml:space': 'preserve' }, () =>
    xml.element('body', {}, () => {
      if (blocks.length === 0) xml.words('p', { 'xml:id': blockId(document.id, 0) }, '')
      // A body may not hold notes alone, but a division may.
      else if (blocks.every(({ kind }) => kind === 'footnote')) xml.element('div', {}, () => write(0))
      else write(0)
    }),
  )
}
