import { Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Note } from '#shared/model/note'
import type { Actions } from '../actions'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useWhen } from '../correcting/use-when'
import { NoteText } from '../notes/note-text'
import { CardThemes } from './card-themes'
import type { Marked } from './marked'

export interface LostListProps {
  readonly lost: readonly Marked[]
  readonly notes: ReadonlyMap<string, Note>
  /** BCP 47, of the quotations. */
  readonly language: string
  readonly actions: Actions
}

/** The highlights whose words are not in the text any more, with all that belongs to them, to be placed again. */
export function LostList({ lost, notes, language, actions }: LostListProps) {
  const t = useMessages()
  const when = useWhen()
  const themesById = useProject()?.themesById
  return (
    <section className="lost" aria-label={t('lost.label')}>
      <header className="pane-head">
        <h2>{t('lost.title', { count: lost.length })}</h2>
        <Button
          className="link-button"
          onPress={() => void actions.findLostAgain(lost.map(({ highlight }) => highlight.id))}
        >
          {t('lost.findAll')}
        </Button>
      </header>
      <p className="lost-means">{t('lost.means')}</p>
      <ul>
        {lost.map(({ highlight, taggings }) => {
          const { id } = highlight
          const note = notes.get(id)
          const themes = [...new Set(taggings.flatMap(({ theme }) => themesById?.get(theme) ?? []))]
          return (
            <li key={id} className="card" data-lost={id}>
              <blockquote lang={language}>{highlight.passage.quote}</blockquote>
              {themes.length > 0 && <CardThemes themes={themes} onTakeAway={undefined} />}
              {note && <NoteText markdown={note.text} />}
              <footer>
                <span className="facts">{t('lost.since', { when: when(highlight.lost ?? 0) })}</span>
              </footer>
              <div className="lost-acts">
                <Button className="button" onPress={() => void actions.placeLostHere(id)}>
                  {t('lost.placeHere')}
                </Button>
                <Button className="button" onPress={() => void actions.findLostAgain([id])}>
                  {t('lost.findAgain')}
                </Button>
                <Button
                  className="icon-button"
                  aria-label={t('highlights.remove')}
                  onPress={() => void actions.removeHighlight(id)}
                >
                  <Trash2 size={14} aria-hidden="true" />
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
