import { Zap } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import type { LiveTheme } from '#shared/model/live-theme'
import type { Note } from '#shared/model/note'
import type { Actions } from '../actions'
import { useLiveTheme } from '../analysis/annotations'
import { useInView } from '../app/in-view'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { firstInView } from './first-in-view'
import { HighlightCard } from './highlight-card'
import { LostList } from './lost-list'
import type { Marked } from './marked'
import { useLiveMembers } from './use-live-members'
import './highlights.css'

export interface HighlightsPaneProps {
  readonly document: SourceDocument | null
  /** Until then none is known, which is not to say that there is none. */
  readonly isRead: boolean
  readonly rows: readonly Marked[]
  /** Those whose words are not in the text. */
  readonly lost: readonly Marked[]
  /** Notes about highlights of this project, by highlight. */
  readonly notes: ReadonlyMap<string, Note>
  readonly placeName: (start: number) => string
  readonly actions: Actions
}

const NONE: readonly LiveTheme[] = []

/** The passages of the open document, in text order. */
export function HighlightsPane({ document, isRead, rows, lost, notes, placeName, actions }: HighlightsPaneProps) {
  const t = useMessages()
  const { chosen, filter, writing } = useSession()
  const dispatch = useDispatch()
  const project = useProject()
  const theme = filter === null ? undefined : project?.themesById.get(filter)
  const wanted = theme ? actions.withDescendants(theme.id) : null
  const live = useLiveTheme(filter)
  const members = useLiveMembers(document?.id ?? null)
  const inLive = useMemo(() => live && new Set(live.passages.map(({ highlight }) => highlight.id)), [live])
  const shown = wanted
    ? rows.filter(({ taggings }) => taggings.some((each) => wanted.has(each.theme)))
    : inLive
      ? rows.filter(({ highlight }) => inLive.has(highlight.id))
      : rows
  const filtered = theme ?? live?.theme
  const follow = useInView((range) => (range ? firstInView(shown, range, chosen) : null))
  const open = ({ highlight }: Marked): void =>
    dispatch({ type: 'goTo', goal: { offset: highlight.passage.start, highlight: highlight.id } })

  return (
    <section className="pane highlights-pane" aria-label={t('highlights.label')} data-pane="highlights">
      <header className="pane-head">
        <h2>{t('highlights.title')}</h2>
        <span className="count" data-testid="highlight-count">
          {(isRead || document === null) &&
            (filtered ? t('highlights.someOf', { shown: shown.length, all: rows.length }) : rows.length)}
        </span>
      </header>
      {filtered && (
        <p className="filter-line">
          <span className="swatch" style={{ background: `var(--theme-${filtered.id})` }} />
          {!theme && <Zap size={12} aria-hidden="true" />}
          {t('highlights.filtered', { theme: filtered.name })}
          <Button className="link-button" onPress={() => dispatch({ type: 'filter', theme: null })}>
            {t('highlights.showAll')}
          </Button>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="empty">
          {(isRead || document === null) &&
            t(document === null ? 'highlights.noDocument' : filtered ? 'highlights.noneOfTheme' : 'highlights.none')}
        </p>
      ) : (
        <VirtualRows
          items={shown}
          keyOf={({ highlight }) => highlight.id}
          label={t('highlights.label')}
          current={chosen}
          follow={follow}
          estimate={96}
          onOpen={open}
          onKey={(marked, event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') void actions.removeHighlight(marked.highlight.id)
            else if (event.key.toLowerCase() === 'n') dispatch({ type: 'writeNote', highlight: marked.highlight.id })
            else return
            event.preventDefault()
          }}
        >
          {(marked, current) => (
            <HighlightCard
              marked={marked}
              live={members.get(marked.highlight.id) ?? NONE}
              note={notes.get(marked.highlight.id) ?? null}
              current={current}
              writing={writing === marked.highlight.id}
              place={placeName(marked.highlight.passage.start)}
              language={document?.language ?? 'und'}
              actions={actions}
            />
          )}
        </VirtualRows>
      )}
      {lost.length > 0 && (
        <LostList lost={lost} notes={notes} language={document?.language ?? 'und'} actions={actions} />
      )}
    </section>
  )
}
