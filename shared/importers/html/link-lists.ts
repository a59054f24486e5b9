import type { Block } from '../../model/document'
import type { PlacedBlocks } from '../html-blocks'
import type { Origin } from './origins'

const HEADS =
  /相[关關]|延伸|推[荐薦]|更多|[热熱][门門点點]|[阅閱][读讀]|related|read (?:more|next)|see also|more from|関連|おすすめ|المزيد|اقرأ|صلة/i
/** A paragraph of the text has so many characters at least; the line that heads a list of links has fewer. */
const PARAGRAPH = 30

/** After the last paragraph of the text: two and more blocks that are nothing but links, and the line that heads them. */
export function listsOfLinks({ blocks, origins }: PlacedBlocks, isText: (index: number) => boolean): Set<number> {
  const isLink = (index: number): boolean => {
    const { characters, linked } = origins[index] as Origin
    return linked * 10 >= characters * 9
  }
  const found = new Set<number>()
  const end = blocks.findLastIndex(({ text }, index) => isText(index) && text.length >= PARAGRAPH && !isLink(index))
  if (end < 0) return found
  for (let from = end + 1; from < blocks.length; from++) {
    let to = from
    while (to < blocks.length && isText(to) && isLink(to)) to += 1
    if (to - from >= 2) for (let at = from; at < to; at++) found.add(at)
    const head = blocks[from - 1] as Block
    if (to > from && from - 1 > end && isText(from - 1) && head.text.length < PARAGRAPH && HEADS.test(head.text)) {
      for (let at = from - 1; at < to; at++) found.add(at)
    }
    from = Math.max(from, to)
  }
  return found
}
