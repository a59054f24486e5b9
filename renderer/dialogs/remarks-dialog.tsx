import type { Problem } from '#shared/result'
import { useMessages } from '../app/language'
import { Sheet } from './sheet'

/** What a format did not carry of the project. */
export function RemarksDialog({ remarks }: { readonly remarks: readonly Problem[] }) {
  const t = useMessages()
  return (
    <Sheet title={t('notCarried.title')}>
      <div className="form">
        {remarks.map(({ key, params }) => (
          <p key={key}>{t(key, params)}</p>
        ))}
      </div>
    </Sheet>
  )
}
