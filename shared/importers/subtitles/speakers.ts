import { endsWithStop } from '../final-stop'
import { trimmed } from '../inline-text'
import type { SpokenLine } from './spoken-lines'

/** A line of a subtitle with who says it. */
export interface Utterance extends Omit<SpokenLine, 'voice'> {
  readonly speaker?: string
}

/** A name in capitals (`DR. SMITH:`, `MAN #2 (on phone):`), one of up to four words, and a Chinese, Japanese or Korean one. */
const NAME =
  /^((?:\p{Lu}[\p{Lu}\p{N} .,'’#&-]{0,38}|\p{Lu}[\p{L}.'’-]{0,20}(?: [\p{Lu}\p{N}][\p{L}\p{N}.'’-]{0,20}){0,3}|[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}々ー·・A-Z0-9 ]{1,12})(?: ?[([（][^()[\]（）]{1,24}[)\]）])?) ?[:：](?!\/\/)\s*(?=\S|$)/u
/** What ends so introduces words and is no name: 他指出：, Note:. */
const NO_NAME =
  /(?:说|說|曰|云|道|称|稱|指出|强调|強調|表示|认为|認為|如下|包括|即|是|为|為|例如|比如|话|話)$|^(?:note|warning|example|question \d+|part|step|that is|like this)\b.*$/iu
/** What is no speech: sounds in brackets, songs with notes, who made the subtitles, where and when a scene plays. */
const NO_SPEECH =
  /^(?:\[[^\]]*\]|\([^)]*\)|（[^）]*）|【[^】]*】|[♪♫#].*|(?:注|地点|地點|时间|時間|日期|字幕|翻译|翻譯|校对|校對|制作|製作|subtitles?|captions?|translat\w+)[^:：]{0,12}[:：].*)$/iu
/** A file has the habit of giving names before what is said when one of them stands so often. */
const OFTEN = 2

/**
 * Who says each line: by voice tags, else by names before what is said (`MARIA:`, `张三：`) where the file does so again
 * and again; the name is taken off then. One speaks until another one does; a sign of change without a name, and what
 * may be a name and is not certain enough, leave the speaker unknown.
 */
export function withSpeakers(lines: readonly SpokenLine[]): Utterance[] {
  const names = namesIn(lines)
  let speaker: string | undefined
  return lines.flatMap(({ voice, ...line }, at): Utterance[] => {
    if (NO_SPEECH.test(line.text)) return [{ ...line, turn: true }]
    const name = names.size > 0 && mayBegin(lines, at) ? nameIn(line.text) : undefined
    if (voice !== undefined) return [{ ...line, speaker: voice }]
    if (name) speaker = names.has(name.name) ? name.name : undefined
    else if (line.turn) speaker = undefined
    const said = name && speaker !== undefined ? without(line, name.length) : line
    if (said.text === '') return []
    return [{ ...said, turn: line.turn || name !== undefined, ...(speaker !== undefined && { speaker }) }]
  })
}

/** The speaker's name at the beginning of a line, without remarks in brackets, and how much of the line it takes. */
function nameIn(text: string): { readonly name: string; readonly length: number } | undefined {
  const match = NAME.exec(text.slice(0, 80))
  const name = match?.[1]?.replace(/ ?[([（].*$/u, '').trim()
  if (!match || !name || NO_NAME.test(name) || !/\p{L}/u.test(name)) return undefined
  return { name, length: match[0].length }
}

/** A name stands where a subtitle begins, or behind the end of a sentence. */
const mayBegin = (lines: readonly SpokenLine[], at: number): boolean => {
  const before = lines[at - 1]
  const line = lines[at] as SpokenLine
  return !before || line.turn || before.cue !== line.cue || endsWithStop(before.text)
}

/** The names that stand before what is said, where the file has that habit. */
function namesIn(lines: readonly SpokenLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  lines.forEach(({ text }, at) => {
    const name = mayBegin(lines, at) ? nameIn(text)?.name : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  })
  const often = [...counts.values()].filter((count) => count >= OFTEN).length
  if (often === 0) return new Set()
  const isSure = (name: string): boolean =>
    often > 1 || (counts.get(name) ?? 0) >= OFTEN || !/\P{Lu}/u.test(name.replace(/[^\p{L}]/gu, ''))
  return new Set([...counts.keys()].filter(isSure))
}

function without<T extends SpokenLine | Utterance>(line: T, length: number): T {
  const marks = line.marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - length), end: mark.end - length }))
    .filter(({ start, end }) => end > start)
  return { ...line, ...trimmed(line.text.slice(length), marks) }
}
