import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Button, ProgressBar } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from './language'
import './import-progress.css'

/** How long reading takes before it is shown, in milliseconds. */
const PATIENCE = 300

/** How far the bringing in of files is, and how it is stopped and taken up again; `children` while nothing comes in. */
export function ImportProgress({ children }: { readonly children: ReactNode }) {
  const t = useMessages()
  const language = useLanguage()
  const { importing } = useActions()
  const progress = useSyncExternalStore(importing.subscribe, importing.get)
  const isReading = progress?.state === 'reading'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isReading) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [isReading])
  if (!progress || (isReading && !isLong)) return children
  const number = new Intl.NumberFormat(language)
  const { done, all, name, share } = progress
  if (!isReading) {
    const left = all - done
    return (
      <span className="import-progress">
        <Button className="link-button" onPress={() => void importing.resume()}>
          {t('importing.resume', { count: left, number: number.format(left) })}
        </Button>
        <Button className="icon-button" aria-label={t('importing.forget')} onPress={importing.forget}>
          <X size={13} aria-hidden="true" />
        </Button>
      </span>
    )
  }
  return (
    <span className="import-progress">
      <span className="import-name">{name}</span>
      <ProgressBar aria-label={t('importing.label')} value={share * 100} className="import-bar">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </ProgressBar>
      <span className="import-count">
        {t('importing.done', { done: number.format(done), all: number.format(all) })}
      </span>
      <Button className="link-button" onPress={importing.stop}>
        {t('importing.stop')}
      </Button>
    </span>
  )
}
