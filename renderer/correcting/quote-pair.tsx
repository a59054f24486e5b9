import { useMemo } from 'react'
import { readable, textDiff } from '#shared/anchoring/text-diff'
import { diffPieces } from '#shared/queries/diff-rows'
import { useMessages } from '../app/language'
import { DiffText } from './diff-text'

export interface QuotePairProps {
  readonly before: string
  readonly after: string
  /** BCP 47. */
  readonly language: string
}

/** A quote as it was and as it is now, side by side. */
export function QuotePair({ before, after, language }: QuotePairProps) {
  const t = useMessages()
  const pieces = useMemo(() => diffPieces(before, after, readable(textDiff(before, after))), [before, after])
  return (
    <div className="quote-pair" lang={language}>
      <blockquote aria-label={t('correcting.before')}>
        <DiffText pieces={pieces.before} />
      </blockquote>
      <blockquote aria-label={t('correcting.after')}>
        <DiffText pieces={pieces.after} />
      </blockquote>
    </div>
  )
}
