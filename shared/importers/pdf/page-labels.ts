import type { PageRows } from './running-lines'

/**
 * What each page is called: as the file's own page labels say; where it has none, or only counts its pages, the
 * numbers printed on the pages, when they rise with the pages; else the place of the page in the file, from 1.
 */
export function pageLabels(pages: readonly PageRows[], own: readonly string[] | null): string[] {
  const counted = pages.map(({ page }) => String(page.index + 1))
  if (own && own.length >= pages.length && own.some((label, index) => label !== '' && label !== counted[index])) {
    return counted.map((count, index) => own[index] || count)
  }
  const offset = commonest(
    pages.flatMap(({ page, printed }) => (isArabic(printed) ? [Number(printed) - page.index] : [])),
  )
  if (offset === undefined) return counted
  return pages.map(({ page, printed }) => {
    if (page.index + offset > 0 && (printed === undefined || isArabic(printed))) return String(page.index + offset)
    return printed ?? String(page.index + 1)
  })
}

const isArabic = (number: string | undefined): number is string => number !== undefined && /^\d+$/.test(number)

/** The number that at least two, and more than half, of them are; undefined when there is none. */
function commonest(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 2 && best[1] * 2 > numbers.length ? best[0] : undefined
}
