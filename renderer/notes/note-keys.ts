import { chainCommands, exitCode, liftEmptyBlock, newlineInCode, splitBlock, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { noteSchema } from './note-schema'

const { nodes, marks } = noteSchema

/** The caret in a paragraph that is no list item's, where Enter begins a new line. */
function caretInText(state: EditorState) {
  const { $from, empty } = state.selection
  return empty && $from.parent.type === nodes.paragraph && $from.node(-1).type !== nodes.listItem ? $from : null
}

/** A line end inside the paragraph, as it is typed in Markdown. */
const newLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.isTextblock || state.selection.$from.parent.type === nodes.heading) return false
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

/** Enter after an empty line begins a new paragraph in its place, as an empty line does in Markdown. */
const newParagraph: Command = (state, dispatch) => {
  const $from = caretInText(state)
  if ($from === null || !/(^|\n)$/.test($from.parent.textBetween(0, $from.parentOffset))) return false
  const line = $from.parentOffset > 0 ? 1 : 0
  dispatch?.(
    state.tr
      .delete($from.pos - line, $from.pos)
      .split($from.pos - line)
      .scrollIntoView(),
  )
  return true
}

const newLineOfText: Command = (state, dispatch) =>
  state.selection.$from.parent.type === nodes.paragraph &&
  state.selection.$from.node(-1).type !== nodes.listItem &&
  newLine(state, dispatch)

/** Backspace at the beginning of a paragraph makes it a line of the one before. */
const joinLines: Command = (state, dispatch) => {
  const $from = caretInText(state)
  if ($from === null || $from.parentOffset > 0) return false
  const before = $from.node(-1).maybeChild($from.index(-1) - 1)
  if (before?.type !== nodes.paragraph) return false
  const at = $from.before()
  const tr = state.tr.join(at)
  if (before.content.size > 0 && $from.parent.content.size > 0) tr.insertText('\n', at - 1)
  dispatch?.(tr.scrollIntoView())
  return true
}

/**
 * What keys do in a note. Tab stays the way out of the editor, save where it moves a list item. Undo takes back what was
 * typed since the editor was opened, in small steps, and each state that comes of it is stored like any other, so that
 * the project's own undo still sees one step. The command in the menu asks for these keys (app/typing.ts).
 */
export const NOTE_KEYS: Readonly<Record<string, Command>> = {
  'Mod-z': undo,
  'Mod-Shift-z': redo,
  'Mod-y': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.emphasis),
  Enter: chainCommands(
    newlineInCode,
    splitListItem(nodes.listItem),
    liftListItem(nodes.listItem),
    liftEmptyBlock,
    newParagraph,
    newLineOfText,
    splitBlock,
  ),
  'Shift-Enter': chainCommands(exitCode, newLine),
  Backspace: chainCommands(undoInputRule, joinLines),
  Tab: sinkListItem(nodes.listItem),
  'Shift-Tab': liftListItem(nodes.listItem),
}
