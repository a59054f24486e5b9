import { useMemo } from 'react'
import type { Share } from '#shared/queries/tables/arrange'
import type { Measure } from '#shared/queries/tables/measure'
import { useLanguage } from '../app/language'

/** How the numbers of a table are written: whole, with two digits, or in per cent where they are shares. */
export function useNumberFormat(measure: Measure, share: Share): (number: number) => string {
  const language = useLanguage()
  return useMemo(() => {
    const digits = measure === 'passages' || measure === 'characters' ? 0 : 2
    const options: Intl.NumberFormatOptions =
      share !== 'none'
        ? { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits }
    const format = new Intl.NumberFormat(language, options)
    return (number) => format.format(number)
  }, [language, measure, share])
}
