import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Fragment, type ResolvedPos, Slice } from 'prosemirror-model'
import { EditorState, Plugin, Selection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { takeSelection } from '../reader/take-selection'
import { FROM_ELSEWHERE, type LinkTypingListener, linkTyping } from './link-typing'
import { NOTE_KEYS } from './note-keys'
import { canFollow, noteSchema } from './note-schema'
import { noteSigns } from './note-signs'
import { readMarkdown } from './read-markdown'
import { writeMarkdown } from './write-markdown'

export interface NoteViewListener extends LinkTypingListener {
  /** The note was changed here; never in the middle of a composition. */
  onChange(markdown: string): void
  /** Escape, or Ctrl/Cmd+Enter. Says whether that meant anything; else the key is left to the sheet around. */
  onDone(): boolean
  onFollow(address: string): void
}

/** The editor of one note. */
export interface NoteView {
  readonly view: EditorView
  /** Shows a text that came from elsewhere. The caret stays where it was in what has not changed. */
  show(markdown: string): void
  focusAtEnd(): void
  destroy(): void
}

const emptyNote = (state: EditorState): boolean =>
  state.doc.childCount === 1 && state.doc.firstChild?.type.name === 'paragraph' && state.doc.content.size === 2

const linkAt = ($pos: ResolvedPos): string | null => {
  const marks = [...$pos.marks(), ...($pos.nodeAfter?.marks ?? []), ...($pos.nodeBefore?.marks ?? [])]
  return marks.find(({ type }) => type.name === 'link')?.attrs.href ?? null
}

/** What is copied as plain text: words of one block as they are, several blocks as Markdown. */
function copied(content: Fragment): string {
  if (content.childCount === 1 && content.firstChild?.isTextblock) return content.firstChild.textContent
  if (content.firstChild?.isInline) return content.textBetween(0, content.size)
  const { doc, bulletList, listItem } = noteSchema.nodes
  const isItems = content.firstChild?.type === listItem
  return writeMarkdown(doc.create(null, isItems ? bulletList.create(null, content) : content))
}

/** Only what differs is replaced, so that the caret and what is selected elsewhere stay. */
function replaced(state: EditorState, markdown: string) {
  const next = readMarkdown(markdown)
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)).setMeta('addToHistory', false)
}

/** Opens an editor on a note in `mount`. `label` is its accessible name. */
export function createNoteView(
  mount: HTMLElement,
  given: { readonly markdown: string; readonly label: string; readonly placeholder: string },
  listener: NoteViewListener,
): NoteView {
  let told = given.markdown
  const flush = (): void => {
    const markdown = writeMarkdown(view.state.doc)
    if (markdown === told) return
    told = markdown
    listener.onChange(markdown)
  }
  const composed = (): void => {
    if (view.isDestroyed || view.composing) return
    flush()
    view.dispatch(view.state.tr)
  }
  const follow = (): boolean => {
    const address = linkAt(view.state.selection.$from)
    if (address === null || !canFollow(address)) return false
    listener.onFollow(address)
    return true
  }
  const merged = Object.fromEntries(
    Object.entries({ ...baseKeymap, ...NOTE_KEYS }).map(([name, command]) => {
      const usual = baseKeymap[name]
      return [name, usual && usual !== command ? chainCommands(command, usual) : command]
    }),
  )
  const view: EditorView = new EditorView(mount, {
    state: EditorState.create({
      doc: readMarkdown(given.markdown),
      plugins: [
        linkTyping(listener),
        noteSigns(),
        keymap({ Escape: listener.onDone, 'Mod-Enter': listener.onDone, 'Alt-Enter': follow }),
        keymap(merged),
        history(),
        new Plugin({
          props: {
            attributes: (state): Record<string, string> => (emptyNote(state) ? { 'data-empty': 'true' } : {}),
          },
        }),
      ],
    }),
    attributes: {
      class: 'note',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': given.label,
      'aria-placeholder': given.placeholder,
      'data-placeholder': given.placeholder,
      spellcheck: 'false',
    },
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr))
      if (tr.docChanged && !view.composing && !tr.getMeta(FROM_ELSEWHERE)) flush()
    },
    clipboardTextParser: (text) => Slice.maxOpen(readMarkdown(text).content),
    clipboardTextSerializer: ({ content }) => copied(content),
    handleKeyDown: (of) => {
      takeSelection(of)
      return false
    },
    handleClick: (_view, _pos, event) => {
      const address = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null
      if (event.button !== 0 || address == null || !canFollow(address)) return false
      event.preventDefault()
      listener.onFollow(address)
      return true
    },
    handleDOMEvents: {
      // Its last text is in the document once this event has been handled; plugins look again then.
      compositionend: () => void setTimeout(composed),
      // The window may be about to close: what was composed until now is kept.
      blur: () => flush(),
      click: (_view, event) => {
        if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
      },
    },
  })
  return {
    view,
    show: (markdown) => {
      if (view.composing || markdown === told) return
      told = markdown
      if (writeMarkdown(view.state.doc) === markdown) return
      const tr = replaced(view.state, markdown)
      if (tr) view.dispatch(tr.setMeta(FROM_ELSEWHERE, true))
    },
    focusAtEnd: () => {
      view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
      view.focus()
    },
    destroy: () => {
      flush()
      view.destroy()
    },
  }
}
