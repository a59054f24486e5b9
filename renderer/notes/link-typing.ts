import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { NoteLink } from '#shared/model/note-link'
import { noteLinkAddress } from '#shared/model/note-link'
import { noteSchema } from './note-schema'

/** A link that is being typed: `[[` and what follows it, up to the caret. ProseMirror positions. */
export interface LinkTyping {
  readonly from: number
  readonly to: number
  readonly typed: string
}

export interface LinkTypingListener {
  /** What is being typed has changed; null when it is no link any more. */
  onTyping(typing: LinkTyping | null, view: EditorView): void
  /** A key while a link is being typed. Says whether it was taken. */
  onKey(event: KeyboardEvent): boolean
}

/** Chinese input methods write 【 where others write [. */
const SIGN = /(?:\[\[|【【)([^[\]【】\n]{0,60})$/

function typingIn({ selection, doc }: EditorState): LinkTyping | null {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.spec.code || !$from.parent.isTextblock) return null
  const found = SIGN.exec(doc.textBetween($from.start(), $from.pos))
  return found ? { from: $from.pos - found[0].length, to: $from.pos, typed: found[1] ?? '' } : null
}

interface State {
  readonly typing: LinkTyping | null
  /** Where a link was begun and given up; the same signs do not ask again. */
  readonly givenUp: number | null
}

const key = new PluginKey<State>('link typing')

/** Set on a transaction that shows what was written elsewhere: nobody typed it here. */
export const FROM_ELSEWHERE = 'from elsewhere'

/** Leaves what was typed as it is. */
export const giveUpLink = (state: EditorState): Transaction => state.tr.setMeta(key, 'give up')

/** Puts a link in place of what was typed. */
export function putLink(state: EditorState, { from, to }: LinkTyping, link: NoteLink, words: string): Transaction {
  const mark = noteSchema.marks.link.create({ href: noteLinkAddress(link) })
  const marks = mark.addToSet(state.doc.resolve(from).marks())
  return state.tr.replaceWith(from, to, noteSchema.text(words, marks)).removeStoredMark(mark).scrollIntoView()
}

/** Notices `[[` as it is typed, not where the caret comes by. Nothing is asked while an input method composes. */
export const linkTyping = (listener: LinkTypingListener): Plugin =>
  new Plugin<State>({
    key,
    state: {
      init: () => ({ typing: null, givenUp: null }),
      apply: (tr, before, _old, state) => {
        const found = typingIn(state)
        const goesOn = before.typing !== null && found?.from === tr.mapping.map(before.typing.from)
        const typing = goesOn || (tr.docChanged && !tr.getMeta(FROM_ELSEWHERE)) ? found : null
        const givenUp =
          tr.getMeta(key) === 'give up'
            ? (before.typing?.from ?? null)
            : before.givenUp === null
              ? null
              : tr.mapping.map(before.givenUp)
        return { typing: typing?.from === givenUp ? null : typing, givenUp: found === null ? null : givenUp }
      },
    },
    props: {
      handleKeyDown: (view, event) => key.getState(view.state)?.typing != null && listener.onKey(event),
    },
    view: () => {
      let told: LinkTyping | null = null
      return {
        update: (view) => {
          const typing = key.getState(view.state)?.typing ?? null
          const same = typing?.from === told?.from && typing?.to === told?.to && typing?.typed === told?.typed
          if (same || view.composing) return
          told = typing
          listener.onTyping(typing, view)
        },
      }
    },
  })
