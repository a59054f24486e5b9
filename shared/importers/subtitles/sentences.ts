import type { Block, InlineMark } from '../../model/document'
import { firstCharacter, joint, lastCharacter } from '../cjk'
import type { Utterance } from './speakers'

/** A sentence does not go on over a silence of this many milliseconds. */
const LONGEST_SILENCE = 5_000
/** A block that has so many UTF-16 units ends with its subtitle, whether a sentence ends there or not. */
const LONGEST = 600
/** Where fewer subtitles than this share end with a stop, the file writes none, and each subtitle stands for itself. */
const STOPPED_SHARE = 0.15

const FINAL = /[.。！？!?…؟۔｡♪♫\])）】][”’」』》）)"'\]]*$/u
const TRAILS_OFF = /(?:…|\.\.\.|——|--)[”’」』"']*$/u
const GOES_ON = /^(?:…|\.\.\.|\p{Ll})/u

/**
 * The lines as one reads them: a sentence that goes over several subtitles is one block, with the time from the
 * beginning of the first to the end of the last. Another speaker and a long silence begin a new one. Without stops in
 * the file there is one block for each subtitle.
 */
export function blocksOf(lines: readonly Utterance[]): Block[] {
  const ends = lines.filter(({ cue }, at) => lines[at + 1]?.cue !== cue)
  const stopped = ends.filter(({ text }) => FINAL.test(text)).length >= ends.length * STOPPED_SHARE
  const blocks: Utterance[][] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block && goesOn(block, line, stopped)) block.push(line)
    else blocks.push([line])
  }
  return blocks.map(joined)
}

function goesOn(block: readonly Utterance[], line: Utterance, stopped: boolean): boolean {
  const before = block.at(-1) as Utterance
  if (line.turn || line.speaker !== before.speaker) return false
  if (line.cue === before.cue) return true
  if (!stopped || block.reduce((sum, { text }) => sum + text.length, 0) >= LONGEST) return false
  const silence = (line.time?.start ?? 0) - (before.time?.end ?? line.time?.start ?? 0)
  if (silence > LONGEST_SILENCE || !line.time !== !before.time) return false
  return !FINAL.test(before.text) || (TRAILS_OFF.test(before.text) && GOES_ON.test(line.text))
}

/** One paragraph of lines that belong together. */
function joined(lines: readonly Utterance[]): Block {
  const [first] = lines as [Utterance]
  const pieces: string[] = []
  const marks: InlineMark[] = []
  let length = 0
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const between = before ? joint(lastCharacter(before.text), firstCharacter(line.text)) : ''
    const from = length + between.length
    for (const mark of line.marks) add(marks, { ...mark, start: mark.start + from, end: mark.end + from }, length)
    pieces.push(between, line.text)
    length = from + line.text.length
  })
  const end = lines.findLast(({ time }) => time)?.time?.end
  return {
    kind: 'paragraph',
    text: pieces.join(''),
    ...(marks.length > 0 && { marks }),
    ...(first.time && {
      time: { start: first.time.start, ...(end !== undefined && end >= first.time.start && { end }) },
    }),
    ...(first.speaker !== undefined && { speaker: first.speaker }),
  }
}

/** Adds a mark; one that goes on from the end of the line before, which is at `seam`, is one with that. */
function add(marks: InlineMark[], mark: InlineMark, seam: number): void {
  const at = marks.findLastIndex(({ kind, end }) => kind === mark.kind && end === seam)
  const before = marks[at]
  if (before && mark.start <= seam + 1) marks[at] = { ...before, end: mark.end }
  else marks.push(mark)
}
