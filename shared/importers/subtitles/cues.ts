import type { TimeSpan } from '../../model/document'
import type { Remarks } from '../remarks'
import { timingOf } from './times'

/** One subtitle as it stands in the file: when it is shown, and its lines with their tags. */
export interface Cue {
  /** Absent where the file's times cannot be read. */
  readonly time?: TimeSpan
  readonly lines: readonly string[]
}

/** What a file of subtitles holds. */
export interface Cues {
  readonly cues: readonly Cue[]
  /** As the head of a WebVTT file declares it (`Language: zh`). */
  readonly language?: string
}

/** Blocks of a WebVTT file that are no subtitles (WebVTT, W3C, section 4.1). */
const ASIDE = /^(?:NOTE|STYLE|REGION)(?=\s|$)/
const HEAD = /^\ufeff?WEBVTT(?=\s|$)/
/** Of the subtitles, so many begin with the line that the one before ended with where they roll up the screen. */
const ROLLING_SHARE = 0.4
const FEWEST_ROLLING = 4

/**
 * The subtitles of an SRT or WebVTT file, given by its lines, in the file's order. Comments, styles and regions are left
 * out, and so is the place on the screen; both are counted. In SRT a blank line may stand inside a subtitle: words
 * without a time of their own belong to the one before.
 */
export function cuesOf(lines: readonly string[], remarks: Remarks): Cues {
  const isVtt = HEAD.test(lines[0] ?? '')
  const cues: { time?: TimeSpan; lines: string[] }[] = []
  let language: string | undefined
  let at = 0
  if (isVtt) {
    for (at = 1; at < lines.length && (lines[at] as string).trim() !== '' && !timingOf(lines[at] as string); at++) {
      language ??= /^\s*Language\s*:\s*([\w-]{2,35})\s*$/i.exec(lines[at] as string)?.[1]
    }
  }
  let blankBefore = true
  for (; at < lines.length; at++) {
    const line = lines[at] as string
    const timing = timingOf(line)
    if (timing) {
      remarks.count('import.subtitleTimes', timing.broken ? 1 : 0)
      remarks.count('import.subtitlePlaces', timing.settings === undefined ? 0 : 1)
      cues.push({ ...(timing.time && { time: timing.time }), lines: [] })
    } else if (isVtt && blankBefore && ASIDE.test(line)) {
      remarks.count('import.subtitleNotes')
      while (at + 1 < lines.length && (lines[at + 1] as string).trim() !== '') at += 1
    } else if (line.trim() !== '' && !isName(lines, at, blankBefore)) {
      const last = cues.at(-1)
      if (last) last.lines.push(line)
      else cues.push({ lines: [line] })
    }
    blankBefore = line.trim() === ''
  }
  return { cues: unrolled(cues, remarks), ...(language !== undefined && { language }) }
}

/** Whether the line is a subtitle's number or name: it stands above its times. A number may stand under words, where the blank line is missing. */
const isName = (lines: readonly string[], at: number, blankBefore: boolean): boolean =>
  timingOf(lines[at + 1] ?? '') !== undefined && (blankBefore || /^\s*\d+\s*$/.test(lines[at] as string))

/**
 * Subtitles that roll up the screen show each line twice: below, and then above the next one. Where a file does so,
 * each line is kept once, where it appears.
 */
function unrolled(cues: readonly Cue[], remarks: Remarks): readonly Cue[] {
  const plain = (line: string | undefined): string | undefined => line?.replace(/<[^<>]{0,100}>/g, '').trim()
  const repeats = cues.map((cue, at) => {
    const before = cues[at - 1]
    if (!before || cue.lines.length === 0) return false
    const abuts = (cue.time?.start ?? 0) <= (before.time?.end ?? Number.NaN) + 50
    return abuts && plain(cue.lines[0]) === plain(before.lines.at(-1))
  })
  const count = repeats.filter(Boolean).length
  if (count < FEWEST_ROLLING || count < cues.length * ROLLING_SHARE) return cues
  remarks.count('import.subtitleRepeated', count)
  return cues.map((cue, at) => (repeats[at] ? { ...cue, lines: cue.lines.slice(1) } : cue))
}
