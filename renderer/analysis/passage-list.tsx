import { useState } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import type { AnnotatedPassage } from '#shared/queries/annotations/annotations'
import { useActions } from '../actions/context'
import type { ThemeWanted } from '../actions/tag-hits'
import { useLanguage, useMessages } from '../app/language'
import { useProject } from '../app/library'
import { VirtualRows } from '../app/virtual-rows'
import { DialogPopover } from '../dialogs/dialog-popover'
import { ThemeField } from '../finding/theme-field'
import { useOpenPlace } from '../notes/open-place'

export interface PassageListProps {
  readonly passages: readonly AnnotatedPassage[]
  /** What they are passages of, said before their number; empty: of nothing yet, so that there is no number. */
  readonly of?: string
  /** All are of one document, which is not named with each. */
  readonly isOfOne?: boolean
  /** What is said where there are none. */
  readonly empty: string
}

/** Passages of any document: a click opens the place, and all of them can be tagged in one step. */
export function PassageList({ passages, of, isOfOne = false, empty }: PassageListProps) {
  const t = useMessages()
  const open = useOpenPlace()
  const number = new Intl.NumberFormat(useLanguage())
  return (
    <section className="passage-list" aria-label={t('analysis.passages')}>
      <header className="passage-list-head">
        {of && <strong>{of}</strong>}
        <span className="count" role="status" data-testid="passage-count">
          {of !== '' && t('analysis.passageCount', { count: passages.length, number: number.format(passages.length) })}
        </span>
        {passages.length > 0 && <TagAll passages={passages} />}
      </header>
      {passages.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <VirtualRows
          items={passages}
          keyOf={({ highlight }) => highlight.id}
          label={t('analysis.passages')}
          current={null}
          estimate={84}
          onOpen={({ highlight }) => open({ kind: 'highlight', id: highlight.id })}
        >
          {(passage) => <PassageRow passage={passage} isOfOne={isOfOne} />}
        </VirtualRows>
      )}
    </section>
  )
}

/** How much of a passage a row shows, in UTF-16 units. */
const LONGEST = 240

interface PassageRowProps {
  readonly passage: AnnotatedPassage
  readonly isOfOne: boolean
}

function PassageRow({ passage: { highlight, document, taggings }, isOfOne }: PassageRowProps) {
  const project = useProject()
  const themes = [...new Set(taggings.map(({ theme }) => theme))].flatMap((id) => project?.themesById.get(id) ?? [])
  const { quote } = highlight.passage
  return (
    <article className="passage-row">
      <blockquote lang={document.language}>{quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote}</blockquote>
      <p className="facts">
        {!isOfOne && (
          <span className="place" lang={document.language}>
            {document.title}
          </span>
        )}
        {themes.map((theme) => (
          <span key={theme.id} className="passage-theme">
            <span className="swatch" style={{ background: `var(--theme-${theme.id})` }} />
            {theme.name}
          </span>
        ))}
      </p>
    </article>
  )
}

function TagAll({ passages }: { readonly passages: readonly AnnotatedPassage[] }) {
  const t = useMessages()
  const actions = useActions()
  const [isOpen, setOpen] = useState(false)
  const [theme, setTheme] = useState<ThemeWanted | null>(null)
  const tag = (wanted: ThemeWanted | null): void => {
    if (!wanted) return
    setOpen(false)
    void actions.tagAnnotated(passages, wanted)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="link-button">{t('analysis.tagAll')}</Button>
      <DialogPopover placement="bottom end" className="menu-popover tag-all">
        <Dialog aria-label={t('analysis.tagAll')}>
          <ThemeField label={t('tagHits.theme')} onChange={setTheme} onEnter={tag} />
          <Button className="button primary" isDisabled={!theme} onPress={() => tag(theme)}>
            {t('tagHits.tag', { count: passages.length })}
          </Button>
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}
