import type { ListedNote } from '#shared/queries/notes'
import { useLanguage, useMessages } from '../app/language'
import { beginning, plainBeginning } from './link-targets'

/** What of a note and of its passage a row holds at most, in UTF-16 units. */
const LONGEST = { words: 140, quote: 60 } as const

/** A note in the list: its first words, what it is about, and when it was changed last. */
export function NoteRow({ listed }: { readonly listed: ListedNote }) {
  const t = useMessages()
  const { note, place, quote, language } = listed
  const when = new Date(note.modified).toLocaleDateString(useLanguage(), { dateStyle: 'medium' })
  return (
    <article className="note-row">
      <p className="words">{plainBeginning(note.text, LONGEST.words)}</p>
      {quote !== undefined && (
        <blockquote className="row-quote" lang={language}>
          {beginning(quote, LONGEST.quote)}
        </blockquote>
      )}
      <p className="facts">
        <span>{t(`notes.one.${note.about.kind}`)}</span>
        <span className="place">{place}</span>
        <time dateTime={new Date(note.modified).toISOString()}>{when}</time>
      </p>
    </article>
  )
}
