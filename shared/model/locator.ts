import { type Block, blockAt } from './document'
import type { Passage } from './passage'

/** Where a passage stands in the source itself, as far as the source has pages, times or speakers. */
export interface Locator {
  /** The page on which it begins, as it is printed there. */
  readonly page?: string
  /** The page on which it ends, where that is another one. */
  readonly lastPage?: string
  /** When the blocks it lies in are said, in milliseconds; `end` only where the source says it. */
  readonly time?: { readonly start: number; readonly end?: number }
  /** Who says it; several names, each once, in the order in which they speak. */
  readonly speakers: readonly string[]
}

const known = new WeakMap<readonly Block[], readonly (string | undefined)[]>()

/** The page on which each block begins; a block that does not say it begins where the one before it ended. */
function pagesOf(blocks: readonly Block[]): readonly (string | undefined)[] {
  let pages = known.get(blocks)
  if (!pages) {
    let page: string | undefined
    pages = blocks.map((block) => {
      const begins = block.page ?? page
      page = block.pageBreaks?.at(-1)?.page ?? begins
      return begins
    })
    known.set(blocks, pages)
  }
  return pages
}

function pageAt(blocks: readonly Block[], starts: readonly number[], offset: number): string | undefined {
  const index = blockAt(starts, offset)
  const inside = offset - (starts[index] ?? 0)
  const turned = blocks[index]?.pageBreaks?.findLast(({ at }) => at <= inside)
  return turned?.page ?? pagesOf(blocks)[index]
}

/** Which page, time and speakers a passage is at. `starts` are the blocks' `blockStarts`; the offsets are UTF-16. */
export function locatorOf(
  blocks: readonly Block[],
  starts: readonly number[],
  { start, end }: Pick<Passage, 'start' | 'end'>,
): Locator {
  const last = Math.max(start, end - 1)
  const page = pageAt(blocks, starts, start)
  const lastPage = pageAt(blocks, starts, last)
  const touched = blocks.slice(blockAt(starts, start), blockAt(starts, last) + 1)
  const times = touched.flatMap(({ time }) => time ?? [])
  const until = times.at(-1)?.end
  const speakers = new Set(touched.flatMap(({ speaker }) => speaker ?? []))
  return {
    ...(page === undefined ? {} : { page }),
    ...(lastPage === undefined || lastPage === page ? {} : { lastPage }),
    ...(times[0] === undefined
      ? {}
      : { time: { start: times[0].start, ...(until === undefined ? {} : { end: until }) } }),
    speakers: [...speakers],
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A place in a recording in whole seconds, as players show it: `00:03:15`. */
export function timeCode(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

/** `12`, or `12–13` where a passage goes over a page's end; undefined where the source has no pages. */
export const pageRange = ({ page, lastPage }: Locator): string | undefined =>
  lastPage === undefined ? page : [page, lastPage].filter((each) => each !== undefined).join('–')
