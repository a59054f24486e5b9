import { InputRule, inputRules, textblockTypeInputRule } from 'prosemirror-inputrules'
import type { Attrs, MarkType, NodeType } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { findWrapping } from 'prosemirror-transform'
import { noteSchema } from './note-schema'

const { nodes, marks } = noteSchema

/** Words between signs, at the caret: the last group is the words, what stands before the sign stays. */
const marking = (pattern: RegExp, mark: MarkType): InputRule =>
  new InputRule(
    pattern,
    (state, found, start, end) => {
      const words = found.at(-1) ?? ''
      const sign = (found[0].length - (found[1]?.length ?? 0) - words.length) / 2
      const from = start + (found[1]?.length ?? 0)
      const tr = state.tr
      tr.delete(from + sign + words.length, end)
      tr.delete(from, from + sign)
      tr.addMark(from, from + words.length, mark.create())
      return tr.removeStoredMark(mark)
    },
    { inCodeMark: false },
  )

/** A sign at the beginning of a line makes a list or quotation of the line, also where it is not the paragraph's first. */
const wrapping = (pattern: RegExp, type: NodeType, attrs: (found: RegExpMatchArray) => Attrs | null): InputRule =>
  new InputRule(pattern, (state, found, start, end) => {
    const tr = state.tr.delete(start, end)
    if (found[0].startsWith('\n')) tr.split(start)
    const $at = tr.doc.resolve(tr.mapping.map(end))
    const range = $at.blockRange()
    const wrap = range && findWrapping(range, type, attrs(found))
    return wrap ? tr.wrap(range, wrap) : null
  })

/** Markdown's signs become what they stand for while they are typed. Backspace right after brings the signs back. */
export const noteSigns = (): Plugin =>
  inputRules({
    rules: [
      marking(/()\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
      marking(/((?:^|[^*A-Za-z0-9]))\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.emphasis),
      marking(/((?:^|[^_\p{L}\p{N}]))_([^_\s](?:[^_]*[^_\s])?)_$/u, marks.emphasis),
      marking(/()`([^`\s](?:[^`]*[^`\s])?)`$/, marks.code),
      wrapping(/(?:^|\n)[-+*]\s$/, nodes.bulletList, () => null),
      wrapping(/(?:^|\n)(\d{1,9})[.)]\s$/, nodes.orderedList, (found) => ({ start: Number(found[1]) })),
      wrapping(/(?:^|\n)[>》]\s$/, nodes.quotation, () => null),
      textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (found) => ({ level: found[1]?.length ?? 1 })),
      textblockTypeInputRule(/^```$/, nodes.codeBlock),
    ],
  })
