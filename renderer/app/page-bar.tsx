import { ChevronDown, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import { useMessages } from './language'

export interface PageBarProps {
  readonly document: SourceDocument
  /** Whether commands work on this page. */
  readonly isInHand: boolean
  /** Asks for another document for this page. */
  readonly onChoose: () => void
  readonly onClose: () => void
}

/** The line above each of two pages: what stands there, and how to be rid of it. */
export function PageBar({ document, isInHand, onChoose, onClose }: PageBarProps) {
  const t = useMessages()
  return (
    <div className="page-bar">
      <Button
        className="page-choose"
        aria-label={t('reader.chooseForPage', { title: document.title })}
        aria-current={isInHand || undefined}
        onPress={onChoose}
      >
        <span lang={document.language}>{document.title}</span>
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Button className="icon-button" aria-label={t('reader.closePage', { title: document.title })} onPress={onClose}>
        <X size={14} aria-hidden="true" />
      </Button>
    </div>
  )
}
