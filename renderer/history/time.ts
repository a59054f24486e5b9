import type { Language } from '#shared/messages/index'

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString()

/**
 * A moment as it is told in a list, both in milliseconds since 1970: the time alone on the day of `now`, with the day
 * otherwise, with the year in another year.
 */
export function timeOf(at: number, now: number, language: Language): string {
  const [then, today] = [new Date(at), new Date(now)]
  const day = sameDay(then, today) ? {} : ({ month: 'short', day: 'numeric' } as const)
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(language, { ...year, ...day, ...time }).format(then)
}
