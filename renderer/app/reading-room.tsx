import type { Appearance } from '../store'
import { useKeyNames } from './keys'
import { useMessages } from './language'
import { ReadingPage } from './reading-page'
import type { PageSide } from './side-by-side'
import type { Page } from './use-page'
import './pages.css'

export interface ReadingRoomProps {
  /** One page, or two from left to right. */
  readonly pages: readonly Page[]
  /** Nothing has been done in this project yet. */
  readonly isNew: boolean
  readonly appearance: Appearance
  readonly onImport: () => void
  readonly onRest: (side: PageSide, offset: number) => void
}

/** The text, or two texts side by side. */
export function ReadingRoom({ pages, isNew, appearance, onImport, onRest }: ReadingRoomProps) {
  const t = useMessages()
  const keyName = useKeyNames()
  const hasText = pages.some(({ text }) => text !== null)
  return (
    <main className="reader" aria-label={t('reader.label')}>
      {isNew && hasText && (
        <p className="hint">
          <span>{t('reader.hint', { bringIn: keyName('file.import'), keys: keyName('help.keys') })}</span>
        </p>
      )}
      <div className="reader-pages">
        {pages.map((page) => (
          <ReadingPage
            key={page.side}
            page={page}
            appearance={appearance}
            onImport={onImport}
            onRest={(offset) => onRest(page.side, offset)}
          />
        ))}
      </div>
    </main>
  )
}
