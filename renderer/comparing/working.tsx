import { Button } from 'react-aria-components'
import { useLanguage, useMessages } from '../app/language'
import type { Asked } from './use-asked'

/** How far the work is, with a way to give it up; or why there is no answer. */
export function Working({ asked, onGiveUp }: { readonly asked: Asked<unknown>; readonly onGiveUp?: () => void }) {
  const t = useMessages()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  if (asked.problem)
    return (
      <p className="comparing-problem" role="alert">
        {t(asked.problem.key, asked.problem.params)}
      </p>
    )
  if (asked.done === null) return null
  return (
    <p className="comparing-working" role="status">
      {t('comparing.working', { done: percent.format(asked.done) })}
      {onGiveUp && (
        <Button className="link-button" onPress={onGiveUp}>
          {t('comparing.stop')}
        </Button>
      )}
    </p>
  )
}
