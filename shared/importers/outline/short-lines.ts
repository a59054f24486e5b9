import type { Block } from '../../model/document'
import { endsWithStop } from '../final-stop'
import type { Candidate } from './candidates'

/** A heading without a number is no longer than this, in UTF-16 units. */
const LONGEST_WIDE = 30
const LONGEST_LATIN = 80
const MOST_WORDS = 12
/** The paragraph under it is at least so much longer. */
const TIMES = 2
const SHORTEST_UNDER = 30
const SHORTEST_UNDER_BOLD = 16
/** Who speaks, as interviews have it before what is said. */
const TURN = /^[^\s：:，。,.]{1,10}[：:]\s*\S/u

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
/** Lines with a colon early are turns of a talk and fields of a form; others are dates, origins, captions, signatures. */
const OTHER =
  /^[^：:]{1,12}[：:]|^[QA](?:[.．]\s|\s{2,})|https?:|www\.|^[\d\s\p{P}年月日时時分]*$|记者|記者|通讯员|通訊員|编辑|編輯|供稿|摄影|[/／]?[摄攝影]$|^(?:图|圖|表|附图|figure|fig\.|table|photo)\s*[\d一二三]|^[图圖]为|^(?:同志们|同志們|各位|尊敬的)|^(?![“「『][^“”「」『』。！？!?，,：:]{3,26}[”」』]$)[“"「『‘—–-]|^[(（].*[)）]$|^(?:完|全文完|the end|fin|广告|廣告|広告|advertisement|anzeige|publicité|реклама)$/iu
/** What opens a text, right under its title. */
const OPENINGS =
  /^(?:引\s*言|前\s*言|导\s*言|導\s*言|导\s*语|摘\s*要|引\s*子|序|序\s*言|绪\s*论|緒\s*論|introduction|abstract|preface|prologue|foreword|はじめに|序論|서론)$/iu

/** A line in a bracket of its own, or behind an ornament, is set off as a heading; what stands in one that is none. */
const SET_OFF = /^(?:【[^【】]{2,30}】|〖[^〖〗]{2,30}〗|〔[^〔〕]{2,30}〕|[◆◇■□▲△▶▷●○◎★☆✦❖]\s?\S.{1,30})$/u
const NOT_SET_OFF =
  /^[【〖〔[◆◇■□▲△▶▷●○◎★☆✦❖]\s?(?:编者按|編者按|按语|按語|核心提示|阅读提示|閱讀提示|提要|摘要|导读|導讀|导语|導語|关键词|關鍵詞|正文|全文|原文|注释|註釋|打印|列印|关闭|關閉|收藏|分享|返回|更多|大\s?中\s?小|来源|來源|作者|时间|時間|字号|字體|字体)/u

const isText = ({ kind, debris, text }: Block): boolean => !debris && text.trim() !== '' && kind !== 'footnote'

/**
 * Short lines without a number and a final stop that stand alone between paragraphs. None where the format itself
 * marks its headings: there a short line is what it is.
 */
export function shortLines(blocks: readonly Block[]): Candidate[] {
  if (blocks.filter(({ kind, level = 1 }) => kind === 'heading' && level > 1).length > 1) return []
  const text = blocks.flatMap((block, index) => (isText(block) ? [{ block, index }] : []))
  const setOff = text.filter(({ block }) => isSetOff(block)).length
  const found = text.flatMap(({ block, index }, at): Candidate[] => {
    const before = text[at - 1]?.block
    const after = text[at + 1]?.block
    if (!before || !after) return []
    // One of a kind, or several above paragraphs of any length.
    if (isSetOff(block) && isWords(after) && (setOff > 1 || standsBehind(before, block)))
      return [short(index, setOff > 1 ? 0.8 : 0.55)]
    const bold = isBold(block) && !isBold(after)
    if (!isShort(block) || !isParagraphUnder(after, block, bold ? SHORTEST_UNDER_BOLD : SHORTEST_UNDER)) return []
    if (!bold && !standsBehind(before, block)) return []
    return [short(index, bold ? 0.7 : 0.55)]
  })
  return found.length > 1 ? found : found.map((each) => ({ ...each, certainty: each.certainty - 0.15 }))
}

const short = (block: number, certainty: number): Candidate => ({
  block,
  start: 0,
  words: 0,
  form: 'short',
  readings: [],
  certainty,
  full: false,
})

function isSetOff({ kind, text, time, speaker }: Block): boolean {
  const line = text.trim()
  if (kind !== 'paragraph' || time || speaker !== undefined) return false
  return SET_OFF.test(line) && !NOT_SET_OFF.test(line) && /\p{L}/u.test(line) && !/[。；;]/.test(line)
}

/** Whether a block is a paragraph that ends as one, however short. */
const isWords = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' && (endsWithStop(text.trim()) || TURN.test(text.trim()))

const isBold = ({ text, marks = [] }: Block): boolean =>
  marks.some(({ kind, start, end }) => kind === 'strong' && start === 0 && end >= text.trimEnd().length)

function isShort(block: Block): boolean {
  const line = block.text.trim()
  if (block.kind !== 'paragraph' || block.time || block.speaker !== undefined) return false
  if (line.length < 2 || OTHER.test(line) || NOT_SET_OFF.test(line) || !/\p{L}/u.test(line)) return false
  if (endsWithStop(line) && !/[？?]$/.test(line)) return false
  if (/[。；;]|[.!?]\s/.test(line)) return false
  if (WIDE.test(line)) return line.length <= LONGEST_WIDE
  return line.length <= LONGEST_LATIN && line.split(/\s+/).length <= MOST_WORDS && !/^\p{Ll}/u.test(line)
}

function isParagraphUnder(after: Block, line: Block, shortest: number): boolean {
  const words = after.text.trim()
  if (after.kind !== 'paragraph') return false
  return TURN.test(words) || (endsWithStop(words) && words.length >= Math.max(shortest, TIMES * line.text.length))
}

function standsBehind(before: Block, line: Block): boolean {
  if (before.kind === 'heading') return (before.level ?? 1) > 1 || OPENINGS.test(line.text.trim())
  return before.kind !== 'paragraph' || (endsWithStop(before.text.trim()) && before.text.length > line.text.length)
}
