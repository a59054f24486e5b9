import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import { IMPORTERS, readFile } from './index'

/** Only in the long run: `npm run fuzz -- --huge`. */
const isLong = process.env.FUZZ_HUGE !== undefined
const MEGABYTE = 2 ** 20
const SIZE = Number(process.env.FUZZ_MEGABYTES ?? 200) * MEGABYTE

const LINE = new TextEncoder().encode(
  '会议强调，要坚持“一张蓝图绘到底”，以钉钉子精神抓好落实，Ausdauer & <b>Geduld</b>.\n',
)

/** `size` bytes of lines of prose. */
function prose(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += LINE.length) bytes.set(LINE.subarray(0, size - at), at)
  return bytes
}

test.skipIf(!isLong).each(IMPORTERS.map(({ id, extensions }) => ({ id, name: `huge.${extensions[0]}` })))(
  'a file of 200 MB called $name is read or refused, in bounded memory',
  { timeout: 600_000 },
  async ({ name }) => {
    if (process.env.FUZZ_PLACE) writeFileSync(process.env.FUZZ_PLACE, name)
    const bytes = prose(SIZE)
    const begun = performance.now()
    let end = 'read'
    let peak = process.memoryUsage().rss
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 50)
    try {
      await readFile({ name, bytes }, {})
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      end = error.problem.key
    } finally {
      clearInterval(watch)
    }
    peak = Math.max(peak, process.memoryUsage().rss)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${name}: ${end}, ${seconds} s, ${Math.round(peak / MEGABYTE)} MB of memory in all`)
    expect(end).toMatch(/^(?:read|[a-z]+\.\w+)$/)
  },
)
