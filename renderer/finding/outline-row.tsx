import { Ellipsis } from 'lucide-react'
import { useMemo } from 'react'
import { useLanguage, useMessages } from '../app/language'
import type { Heading } from './headings'

export interface OutlineRowProps {
  readonly heading: Heading
  /** BCP 47, of the heading. */
  readonly language: string
  readonly onMenu: (at: HTMLElement) => void
}

/** One heading of the outline; of one that was guessed it says how sure that is. */
export function OutlineRow({ heading, language, onMenu }: OutlineRowProps) {
  const t = useMessages()
  const locale = useLanguage()
  const percent = useMemo(() => new Intl.NumberFormat(locale, { style: 'percent' }), [locale])
  const { text, depth, confidence } = heading
  return (
    <div className="outline-row" style={{ paddingInlineStart: 8 + depth * 12 }}>
      <span className="outline-words" lang={language} title={text}>
        {text}
      </span>
      {confidence !== undefined && (
        <span className="outline-sure" title={t('outline.guessed', { sure: percent.format(confidence) })}>
          {percent.format(confidence)}
        </span>
      )}
      <button
        type="button"
        className="icon-button outline-more"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t('outline.more', { heading: text })}
        onClick={(event) => onMenu(event.currentTarget)}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
