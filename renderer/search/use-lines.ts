import { useCallback, useEffect, useRef, useState } from 'react'
import type { CorpusLine } from '#shared/corpus/search/lines'
import type { LineOrder } from '#shared/corpus/search/order'
import { unwrap } from '../actions/desk'
import type { CorpusFeed } from '../corpus/corpus-feed'

/** How many lines are fetched at once, and how much is shown on either side, in UTF-16 units. */
const PAGE = 100
const CONTEXT = 60

/** The lines of a search as they are looked at: a page of them is fetched from the worker when one of it is wanted. */
export function useLines(
  feed: CorpusFeed,
  run: number,
  order: LineOrder,
  locale: string,
  report: (error: unknown) => void,
  fresh: boolean,
  marked: number | null,
): { readonly line: (at: number) => CorpusLine | undefined; readonly want: (from: number, until: number) => void } {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly CorpusLine[]>>(new Map())
  const asked = useRef(new Set<number>())
  const key = `${run} ${order} ${locale} ${fresh} ${marked}`
  const now = useRef(key)
  const [shown, setShown] = useState(key)
  if (shown !== key) {
    setShown(key)
    setPages(new Map())
  }
  useEffect(() => {
    now.current = key
    asked.current = new Set()
  }, [key])
  const want = useCallback(
    (from: number, until: number): void => {
      for (let page = Math.floor(from / PAGE); page * PAGE < until; page++) {
        if (asked.current.has(page)) continue
        asked.current.add(page)
        const wanted = { run, order, locale, fresh, from: page * PAGE, until: (page + 1) * PAGE }
        feed.jobs.search.lines(wanted, CONTEXT).then((answer) => {
          if (now.current === key) setPages((before) => new Map(before).set(page, unwrap(answer)))
        }, report)
      }
    },
    [feed, run, order, locale, fresh, key, report],
  )
  return { line: (at) => pages.get(Math.floor(at / PAGE))?.[at % PAGE], want }
}
