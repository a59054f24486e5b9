import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Note } from '#shared/model/note'
import { themePathName } from '#shared/model/theme'
import type { ListedNote } from '#shared/queries/notes'
import { type OpenProject, useProject, useStore } from '../app/library'
import type { Placed } from '../store'

function listed(note: Note, open: OpenProject, placed: ReadonlyMap<string, Placed>): ListedNote {
  const { kind, id } = note.about
  if (kind === 'theme') {
    const theme = open.themesById.get(id)
    return { note, place: theme ? themePathName(theme, open.themesById) : '' }
  }
  if (kind === 'document') return { note, place: open.documents.find((each) => each.id === id)?.title ?? '' }
  if (kind === 'project') return { note, place: open.project.name }
  const found = placed.get(id)
  if (!found) return { note, place: '' }
  const { document, highlight } = found
  return { note, place: document.title, quote: highlight.passage.quote, language: document.language }
}

/** Every note of the open project with what it is about, the latest first; null until they are read. */
export function useListedNotes(): readonly ListedNote[] | null {
  const store = useStore()
  const open = useProject()
  const project = open?.project.id
  const found = useLiveQuery(async () => {
    if (!project) return null
    const notes = await store.read.notes(project)
    const ids = notes.flatMap(({ about }) => (about.kind === 'highlight' ? [about.id] : []))
    return { notes, placed: await store.read.placedHighlights(ids) }
  }, [store, project])
  return useMemo(() => {
    if (!open || !found) return null
    const placed = new Map(found.placed.map((each) => [each.highlight.id, each]))
    return [...found.notes].sort((a, b) => b.modified - a.modified).map((note) => listed(note, open, placed))
  }, [open, found])
}
