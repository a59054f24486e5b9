import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { NoteId } from '#shared/model/ids'
import type { NoteSubject } from '#shared/model/note'
import type { NoteLink } from '#shared/model/note-link'
import { backlinksTo } from '#shared/queries/backlinks'
import { useMessages } from '../app/language'
import { plainBeginning } from './link-targets'
import { useOpenPlace } from './open-place'
import { useListedNotes } from './use-listed-notes'

/** How much of a note stands in its line, in UTF-16 units; the line is cut by its width besides. */
const LONGEST = 80

/** The notes that link to something, or to the note about it. Nothing is shown when there are none. */
export function Backlinks({ about, note }: { readonly about: NoteSubject; readonly note: NoteId | null }) {
  const t = useMessages()
  const open = useOpenPlace()
  const notes = useListedNotes()
  const { kind, id } = about
  const found = useMemo(() => {
    const to: NoteLink[] = kind === 'project' ? [] : [{ kind, id }]
    if (note !== null) to.push({ kind: 'note', id: note })
    const linking = new Set(
      backlinksTo(
        to,
        (notes ?? []).map((listed) => listed.note),
      ),
    )
    return (notes ?? []).filter((listed) => linking.has(listed.note) && listed.note.id !== note)
  }, [notes, kind, id, note])
  if (found.length === 0) return null
  return (
    <details className="backlinks">
      <summary>{t('notes.mentioned', { count: found.length })}</summary>
      <ul>
        {found.map(({ note: from, place }) => (
          <li key={from.id}>
            <Button onPress={() => open(from.about)}>
              <span className="words">{plainBeginning(from.text, LONGEST)}</span>
              <span className="quiet place">{place}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
