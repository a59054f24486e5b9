import { useCallback } from 'react'
import type { NoteSubject } from '#shared/model/note'
import { type NoteLink, noteLinkAt } from '#shared/model/note-link'
import { useActions } from '../actions/context'
import { bridge } from '../app/bridge'
import { useStore } from '../app/library'
import { useDispatch, useSession } from '../app/session'

/** Opens what a note is about or links to: a passage in its text, a document, a theme, a note among all notes. */
export function useOpenPlace(): (place: NoteSubject | NoteLink) => void {
  const store = useStore()
  const dispatch = useDispatch()
  const { document: shown } = useSession()
  const { report } = useActions()
  return useCallback(
    ({ kind, id }) => {
      const go = async (): Promise<void> => {
        if (kind === 'theme') return dispatch({ type: 'openDialog', dialog: { kind: 'theme', id } })
        if (kind === 'project') return dispatch({ type: 'openDialog', dialog: { kind: 'projectNote' } })
        if (kind === 'note') return dispatch({ type: 'openDialog', dialog: { kind: 'notes', note: id } })
        if (kind === 'document') {
          dispatch({ type: 'closeDialog' })
          return dispatch({ type: 'openDocument', document: id })
        }
        const highlight = await store.read.highlight(id)
        if (!highlight) {
          const said = { key: 'notes.gone' } as const
          return dispatch({ type: 'say', message: { kind: 'problem', said } })
        }
        const goal = { offset: highlight.passage.start, highlight: id }
        dispatch({ type: 'closeDialog' })
        if (highlight.document === shown) dispatch({ type: 'goTo', goal })
        else dispatch({ type: 'openDocument', document: highlight.document, goal })
      }
      go().catch(report)
    },
    [store, dispatch, shown, report],
  )
}

/** Follows a link of a note: to a record of the project, or to a page of the web in the system's browser. */
export function useFollow(): (address: string) => void {
  const open = useOpenPlace()
  return useCallback(
    (address) => {
      const link = noteLinkAt(address)
      if (link) open(link)
      else void bridge.openAddress(address)
    },
    [open],
  )
}
