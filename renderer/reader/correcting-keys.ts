import { chainCommands, deleteSelection } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Attrs, Fragment, type Node, Slice } from 'prosemirror-model'
import { type Command, type EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { BlockKind } from '#shared/model/document'
import { eachBlock } from './live-positions'
import { schema } from './schema'

/** A kind that a person may give to a paragraph, with its level where it has one. */
export interface ChosenKind {
  readonly kind: BlockKind
  readonly level: number | null
}

/** The marker of a list item that was none before. */
const BULLET = '•'

/** The blocks that the selection reaches, with their positions. */
function selectedBlocks({ doc, selection }: EditorState): { block: Node; pos: number }[] {
  const found: { block: Node; pos: number }[] = []
  eachBlock(doc, (block, pos) => {
    if (pos < selection.to && pos + block.nodeSize > selection.from) found.push({ block, pos })
  })
  return found
}

/** The kind of the paragraph in which the selection begins. */
export function kindAt(state: EditorState): ChosenKind {
  const { kind, level } = state.selection.$from.parent.attrs
  return { kind: kind ?? 'paragraph', level: level ?? null }
}

/** Gives the paragraphs of the selection a kind. */
export const setKind =
  ({ kind, level }: ChosenKind): Command =>
  (state, dispatch) => {
    const blocks = selectedBlocks(state).filter(
      ({ block: { attrs } }) => attrs.kind !== kind || (attrs.level ?? null) !== level,
    )
    if (blocks.length === 0) return false
    const transaction = state.tr
    for (const { block, pos } of blocks) {
      const marker = kind === 'listItem' ? (block.attrs.marker ?? BULLET) : null
      const attrs: Attrs = { kind, level, marker }
      for (const [name, value] of Object.entries(attrs)) transaction.setNodeAttribute(pos, name, value)
    }
    dispatch?.(transaction)
    return true
  }

/** Parts a paragraph in two. What follows the end of a heading is a paragraph. */
const part: Command = (state, dispatch) => {
  if (!(state.selection instanceof TextSelection)) return false
  const transaction = state.tr.deleteSelection()
  const { $from } = transaction.selection
  if ($from.parent.type !== schema.nodes.block) return false
  const isEnd = $from.parentOffset === $from.parent.content.size
  const attrs =
    isEnd && $from.parent.attrs.kind === 'heading'
      ? { ...$from.parent.attrs, kind: 'paragraph', level: null, marker: null }
      : $from.parent.attrs
  transaction.split($from.pos, 1, [{ type: $from.parent.type, attrs }])
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Joins two paragraphs at the end of the first one. It stays what it is, unless it was empty. */
function join(transaction: Transaction, end: number, start: number): Transaction {
  const first = transaction.doc.resolve(end)
  const { parent } = first
  const { attrs } = transaction.doc.resolve(start).parent
  transaction.delete(end, start)
  if (parent.content.size === 0) {
    const at = first.before()
    for (const [name, value] of Object.entries(attrs)) transaction.setNodeAttribute(at, name, value)
  }
  return transaction.scrollIntoView()
}

const joinBefore: Command = ({ doc, selection, tr }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.parentOffset > 0) return false
  let before: { block: Node; pos: number } | null = null
  eachBlock(doc, (block, pos) => {
    if (pos < $from.before()) before = { block, pos }
  })
  const found = before as { block: Node; pos: number } | null
  if (!found) return true
  dispatch?.(join(tr, found.pos + 1 + found.block.content.size, $from.pos))
  return true
}

const joinAfter: Command = ({ doc, selection, tr }, dispatch) => {
  const { $from, empty } = selection
  if (!empty || $from.parentOffset < $from.parent.content.size) return false
  let after: number | null = null
  eachBlock(doc, (_block, pos) => {
    if (pos > $from.pos) after ??= pos
  })
  if (after !== null) dispatch?.(join(tr, $from.pos, after + 1))
  return true
}

/** Lines as a piece of the text: the first goes on in the paragraph where it is put, each other one begins its own. */
export function plainSlice(words: string, state: EditorState): Slice {
  const attrs = state.selection.$from.parent.attrs
  const more = attrs.kind === 'heading' ? { ...attrs, kind: 'paragraph', level: null } : attrs
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has is taken out
  const clean = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff]/g, '')
  const lines = clean.split(/\r\n?|\n|\u2028|\u2029/)
  const blocks = lines.map((line, i) =>
    schema.nodes.block.create(i === 0 ? attrs : more, line === '' ? null : schema.text(line)),
  )
  return new Slice(Fragment.from(blocks), 1, 1)
}

const level = (kind: BlockKind, depth: number): Command => setKind({ kind, level: depth })

/** The keys of a text that is corrected. */
export const correctingKeys = (): Plugin =>
  keymap({
    Enter: part,
    'Shift-Enter': part,
    Backspace: chainCommands(deleteSelection, joinBefore),
    'Mod-Backspace': chainCommands(deleteSelection, joinBefore),
    'Alt-Backspace': chainCommands(deleteSelection, joinBefore),
    Delete: chainCommands(deleteSelection, joinAfter),
    'Mod-Delete': chainCommands(deleteSelection, joinAfter),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-Alt-0': setKind({ kind: 'paragraph', level: null }),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`Mod-Alt-${depth}`, level('heading', depth)])),
    'Mod-Alt-7': level('listItem', 1),
    'Mod-Alt-8': level('quotation', 1),
  })
