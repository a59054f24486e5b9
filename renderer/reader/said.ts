import type { Block } from '#shared/model/document'
import { timeCode } from '#shared/model/locator'

/** Where nobody is named, the time is shown again after so many milliseconds. */
const EVERY = 60_000

/**
 * What stands above each block of a recording's text: who begins to speak, and when; empty above those that only go on,
 * and null for blocks that are of no recording. It is shown, and is no part of the text.
 */
export function saidLabels(blocks: readonly Block[]): (string | null)[] {
  let speaker: string | undefined
  let shown: number | undefined
  return blocks.map((block) => {
    const { time, debris } = block
    if (debris || (!time && block.speaker === undefined)) return null
    const changes = block.speaker !== speaker
    const isDue =
      time !== undefined && (shown === undefined || (block.speaker === undefined && time.start >= shown + EVERY))
    speaker = block.speaker
    if (!changes && !isDue) return ''
    shown = time?.start ?? shown
    return [speaker, time && timeCode(time.start)].filter((each) => each !== undefined).join('  ')
  })
}
