import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { NoteSubject } from '#shared/model/note'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'
import { Backlinks } from './backlinks'
import { LinkList, type LinkListKeys } from './link-list'
import { giveUpLink, type LinkTyping, putLink } from './link-typing'
import { createNoteView, type NoteView } from './note-view'
import { useFollow } from './open-place'
import { latestWriter } from './unsaved'
import './notes.css'

export interface NoteEditorProps {
  readonly about: NoteSubject
  readonly label: string
  readonly autoFocus?: boolean
  /** Escape, or Ctrl/Cmd+Enter. */
  readonly onDone?: () => void
}

interface Asking {
  readonly typing: LinkTyping
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number }
}

/** An editor for the note about something, and the notes that mention it. What is typed is stored as it is typed. */
export function NoteEditor({ about, label, autoFocus = false, onDone }: NoteEditorProps) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const follow = useFollow()
  const { kind, id } = about
  const found = useLiveQuery(async () => (await store.read.notesAbout(kind, id))[0] ?? null, [store, kind, id])
  const stored = found === undefined ? null : (found?.text ?? '')
  const loaded = stored !== null
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<NoteView | null>(null)
  const keys = useRef<LinkListKeys | null>(null)
  const list = useId()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [row, setRow] = useState<string | null>(null)
  const writer = useMemo(
    () => latestWriter((next) => actions.writeNote({ kind, id }, next), actions.report),
    [actions, kind, id],
  )
  const placeholder = t('notes.placeholder')
  const now = useRef({ onDone, follow, stored, autoFocus })
  now.current = { onDone, follow, stored, autoFocus }

  useEffect(() => {
    if (!loaded || !mount.current) return
    const given = { markdown: now.current.stored ?? '', label, placeholder }
    const made = createNoteView(mount.current, given, {
      onChange: (markdown) => writer.store(markdown),
      onDone: () => {
        now.current.onDone?.()
        return now.current.onDone !== undefined
      },
      onFollow: (address) => now.current.follow(address),
      onKey: (event) => keys.current?.onKey(event) ?? false,
      onTyping: (typing, view) => setAsking(typing && { typing, at: view.coordsAtPos(typing.from) }),
    })
    editor.current = made
    if (now.current.autoFocus) made.focusAtEnd()
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [loaded, label, placeholder, writer])

  useEffect(() => {
    if (stored === null || !writer.idle()) return
    // Read once more: what was read may be older than what has been written here since.
    let wanted = true
    store.read.notesAbout(kind, id).then(([note]) => {
      if (wanted && writer.idle()) editor.current?.show(note?.text ?? '')
    }, actions.report)
    return () => {
      wanted = false
    }
  }, [stored, writer, store, kind, id, actions])

  const end = (act: (made: NoteView) => void): void => {
    if (editor.current) act(editor.current)
    setAsking(null)
  }
  const dom = editor.current?.view.dom
  useEffect(() => {
    if (!dom) return
    const put = (name: string, value: string | null): void =>
      value === null ? dom.removeAttribute(name) : dom.setAttribute(name, value)
    put('aria-controls', asking ? list : null)
    put('aria-autocomplete', asking ? 'list' : null)
    put('aria-activedescendant', asking ? row : null)
  }, [dom, asking, row, list])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the editor ends what was being asked
    <div className="note-editor" onBlur={() => setAsking(null)}>
      <div ref={mount} className="note-field" />
      {asking && (
        <LinkList
          id={list}
          typed={asking.typing.typed}
          about={about}
          at={asking.at}
          keys={keys}
          onActive={setRow}
          onChoose={({ link, name }) =>
            end(({ view }) => view.dispatch(putLink(view.state, asking.typing, link, name)))
          }
          onGiveUp={() => end(({ view }) => view.dispatch(giveUpLink(view.state)))}
        />
      )}
      <Backlinks about={about} note={found?.id ?? null} />
    </div>
  )
}
