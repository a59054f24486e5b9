import { useEffect, useState } from 'react'
import type { ProgramFacts } from '#shared/bridge'
import { bridge } from '../app/bridge'
import { useLanguage, useMessages } from '../app/language'
import { askToPersist, type StorageFacts, storageFacts } from '../store'
import { Sheet } from './sheet'

function space(bytes: number, language: string): string {
  const [unit, size] = bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / size)
}

/** What keeps this library, where, and how much room it has. */
export function AboutDialog() {
  const t = useMessages()
  const language = useLanguage()
  const [storage, setStorage] = useState<StorageFacts | null>(null)
  const [program, setProgram] = useState<ProgramFacts | null>(null)
  useEffect(() => {
    void askToPersist()
      .then(() => storageFacts())
      .then(setStorage)
    void bridge.facts().then((facts) => facts.ok && setProgram(facts.value))
  }, [])
  return (
    <Sheet title={t('about.title')}>
      <dl className="facts-list">
        {program && (
          <>
            <dt>{t('about.program')}</dt>
            <dd>
              {t('about.versions', {
                version: program.version,
                electron: program.electron,
                chromium: program.chromium,
              })}
            </dd>
            <dt>{t('about.where')}</dt>
            <dd className="path">{program.dataFolder}</dd>
          </>
        )}
        {storage && (
          <>
            <dt>{t('about.space')}</dt>
            <dd>
              {t('about.used', {
                used: space(storage.usage, language),
                free: space(storage.quota - storage.usage, language),
              })}
            </dd>
            <dt>{t('about.kept')}</dt>
            <dd data-testid="persisted">{t(storage.persisted ? 'about.persisted' : 'about.notPersisted')}</dd>
          </>
        )}
        <dt>{t('about.network')}</dt>
        <dd>{t('about.noNetwork')}</dd>
      </dl>
    </Sheet>
  )
}
