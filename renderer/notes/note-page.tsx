import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { ListedNote } from '#shared/queries/notes'
import { useMessages } from '../app/language'
import { NoteEditor } from './note-editor'
import { NoteHistory } from './note-history'
import { useOpenPlace } from './open-place'

const LABELS = {
  highlight: 'notes.onHighlight',
  theme: 'notes.onTheme',
  document: 'notes.onDocument',
  project: 'notes.onProject',
} as const

/** One note with what it is about: written here, opened where it belongs, or taken back to an earlier state. */
export function NotePage({ listed }: { readonly listed: ListedNote }) {
  const t = useMessages()
  const open = useOpenPlace()
  const [past, setPast] = useState(false)
  const { note, place, quote, language } = listed
  const { about } = note
  return (
    <section className="note-page" aria-label={t(LABELS[about.kind])}>
      <header>
        <p className="quiet place">
          {t(`notes.one.${about.kind}`)} · {place}
        </p>
        {quote !== undefined && <blockquote lang={language}>{quote}</blockquote>}
      </header>
      <NoteEditor about={about} label={t(LABELS[about.kind])} />
      <footer>
        <Button className="button" onPress={() => open(about)}>
          {t(`notes.open.${about.kind}`)}
        </Button>
        <Button className="link-button" aria-expanded={past} onPress={() => setPast(!past)}>
          {t('notes.history')}
        </Button>
      </footer>
      {past && <NoteHistory about={about} />}
    </section>
  )
}
