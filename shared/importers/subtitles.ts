import { decode } from './encoding'
import { FORMATS, nameWithoutExtension } from './formats'
import type { Importer } from './importer'
import { languageOf } from './language'
import { linesOf } from './line-ends'
import { readPlainText } from './plain-text'
import { Remarks } from './remarks'
import { cuesOf } from './subtitles/cues'
import { blocksOf } from './subtitles/sentences'
import { withSpeakers } from './subtitles/speakers'
import { spokenLines } from './subtitles/spoken-lines'

/**
 * Reads subtitles in SRT (as players have read it since SubRip; there is no standard) and WebVTT (W3C): sentences as
 * paragraphs, each with its time and, where the file says who speaks, its speaker. A file without a single time is read
 * as plain text.
 */
export const subtitles: Importer = {
  id: 'subtitles',
  extensions: FORMATS.subtitles,
  prose: false,
  read(file, options) {
    const remarks = new Remarks()
    const { text, encoding } = decode(file, options, remarks)
    const { cues, language } = cuesOf(linesOf(text.replaceAll('\0', '\ufffd')), remarks)
    if (cues.every(({ time }) => !time)) {
      const read = readPlainText(file, options)
      const problem = { key: 'import.subtitlesAsText', params: { name: file.name } } as const
      return { ...read, remarks: [problem, ...read.remarks] }
    }
    const blocks = blocksOf(withSpeakers(cues.flatMap((cue, at) => spokenLines(cue, at, remarks))))
    return {
      title: nameWithoutExtension(file.name),
      metadata: {},
      language: languageOf(blocks.map((block) => block.text).join('\n'), language),
      format: 'subtitles',
      encoding,
      blocks,
      remarks: remarks.all(),
    }
  },
}

/** Whether a text begins as subtitles do, whatever its file is called; `start` is ASCII. */
export const beginsAsSubtitles = (start: string): boolean =>
  /^WEBVTT(?:\s|$)/.test(start) || /^\d+[ \t]*\r?\n[ \t]*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} *--> *\d{1,2}:/.test(start)
