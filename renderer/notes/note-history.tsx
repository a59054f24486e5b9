import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { NoteSubject } from '#shared/model/note'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { NoteText } from './note-text'

/** The states a note went through, the latest first: each can be read, and made the present one. */
export function NoteHistory({ about }: { readonly about: NoteSubject }) {
  const t = useMessages()
  const language = useLanguage()
  const store = useStore()
  const actions = useActions()
  const project = useProject()?.project.id
  const { kind, id } = about
  const states = useLiveQuery(
    () => (project ? store.read.noteHistory(project, { kind, id }) : []),
    [store, project, kind, id],
  )
  const [reading, setReading] = useState<number | null>(null)
  if (!states) return null
  if (states.length < 2) return <p className="quiet">{t('notes.noHistory')}</p>
  const shown = states.find(({ seq }) => seq === reading) ?? states[1]
  const when = (at: number): string =>
    new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <div className="note-history">
      <ul aria-label={t('notes.states')}>
        {states.map(({ seq, at }, index) => (
          <li key={seq}>
            <button type="button" aria-pressed={seq === shown?.seq} onClick={() => setReading(seq)}>
              {when(at)}
              {index === 0 && <span className="quiet">{t('notes.now')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <section aria-label={t('notes.state', { when: when(shown.at) })}>
          {shown.text === null ? <p className="quiet">{t('notes.removed')}</p> : <NoteText markdown={shown.text} />}
          {shown !== states[0] && shown.text !== null && (
            <Button className="button" onPress={() => void actions.takeNoteBack(about, shown.text ?? '')}>
              {t('notes.takeBack')}
            </Button>
          )}
        </section>
      )}
    </div>
  )
}
