import { useMemo } from 'react'
import type { Time } from '#shared/model/ids'
import { useLanguage } from '../app/language'

/** Tells a time in the interface's language, to the minute. */
export function useWhen(): (time: Time) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
    return (time) => format.format(time)
  }, [language])
}
