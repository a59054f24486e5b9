import { MessageSquareText, Plus, Star, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import type { LiveTheme } from '#shared/model/live-theme'
import type { Note } from '#shared/model/note'
import type { Actions } from '../actions'
import { useLanguage, useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch } from '../app/session'
import { Backlinks } from '../notes/backlinks'
import { NoteEditor } from '../notes/note-editor'
import { NoteText } from '../notes/note-text'
import { CardLinks } from './card-links'
import { CardMenu } from './card-menu'
import { CardThemes } from './card-themes'
import type { Marked } from './marked'
import { WeightDots } from './weight-dots'

export interface HighlightCardProps {
  readonly marked: Marked
  /** The live themes that show it. */
  readonly live: readonly LiveTheme[]
  readonly note: Note | null
  readonly current: boolean
  readonly writing: boolean
  readonly place: string
  /** BCP 47, of the quotation. */
  readonly language: string
  readonly actions: Actions
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes longer than drawing a card. */
function timeFormat(language: string): Intl.DateTimeFormat {
  const made = formats.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  formats.set(language, made)
  return made
}

/** A passage as a card: its words, its themes, its note and its place. It is drawn anew only when one of them changes. */
export const HighlightCard = memo(function HighlightCard({
  marked,
  live,
  note,
  current,
  writing,
  place,
  language,
  actions,
}: HighlightCardProps) {
  const t = useMessages()
  const interfaceLanguage = useLanguage()
  const dispatch = useDispatch()
  const project = useProject()
  const { highlight, taggings } = marked
  const coder = project?.coders.find((each) => each.id === highlight.coder)
  const when = timeFormat(interfaceLanguage).format(highlight.created)
  const first = taggings[0]?.theme ?? live[0]?.id
  const themes = taggings.flatMap(({ theme }) => project?.themesById.get(theme) ?? [])
  const facts = [place, ...(project && project.coders.length > 1 && coder ? [coder.name] : []), when]
  return (
    <article className="card" style={first ? { borderColor: `var(--theme-${first})` } : undefined}>
      <blockquote lang={language}>{highlight.passage.quote}</blockquote>
      {themes.length + live.length > 0 && (
        <CardThemes
          themes={themes}
          live={live}
          onTakeAway={current ? (theme) => void actions.takeAway(highlight.id, theme.id) : undefined}
        />
      )}
      {writing ? (
        <NoteEditor
          about={{ kind: 'highlight', id: highlight.id }}
          label={t('notes.onHighlight')}
          autoFocus
          onDone={() => {
            dispatch({ type: 'writeNote', highlight: null })
            actions.focusReader()
          }}
        />
      ) : (
        note && <NoteText markdown={note.text} />
      )}
      {current && (
        <>
          <CardLinks highlight={highlight.id} document={highlight.document} actions={actions} />
          <Backlinks about={{ kind: 'highlight', id: highlight.id }} note={note?.id ?? null} />
        </>
      )}
      <footer>
        {!current && highlight.star && <Star size={12} className="star" aria-label={t('coding.starred')} role="img" />}
        {highlight.weight && <WeightDots weight={highlight.weight} />}
        <span className="facts">{facts.join(' · ')}</span>
        {current && (
          <span className="tools">
            <ToggleButton
              aria-label={t('coding.star')}
              isSelected={highlight.star ?? false}
              onChange={(on) => void actions.star(highlight.id, on)}
            >
              <Star size={14} aria-hidden="true" />
            </ToggleButton>
            <Button aria-label={t('highlights.addTheme')} onPress={() => actions.openBox(highlight.id)}>
              <Plus size={14} aria-hidden="true" />
            </Button>
            <Button
              aria-label={t('highlights.writeNote')}
              onPress={() => dispatch({ type: 'writeNote', highlight: highlight.id })}
            >
              <MessageSquareText size={14} aria-hidden="true" />
            </Button>
            <Button aria-label={t('highlights.remove')} onPress={() => void actions.removeHighlight(highlight.id)}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
            <CardMenu highlight={highlight} themes={themes} actions={actions} />
          </span>
        )}
      </footer>
    </article>
  )
})
