import { useMessages } from '../app/language'

/** How a part of the window comes to what it shows: the method, its parameters and their sources. */
export function Method({ of }: { readonly of: 'words' | 'phrases' | 'parallels' }) {
  const t = useMessages()
  return (
    <details className="comparing-method">
      <summary>{t('comparing.method')}</summary>
      <p>{t(`comparing.${of}.method`)}</p>
    </details>
  )
}
