import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Lets the view's state have the browser's selection at once. The view hears of it by an event, which comes a moment
 * later: a key that is pressed before that would act on the selection of before, and what is drawn before that would
 * put the old selection back. Nothing happens while the selection is outside the view, or the same already.
 */
export function takeSelection(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const { doc, selection, tr } = view.state
  if (!(selection instanceof TextSelection)) return
  const at = (node: Node, offset = 0) => doc.resolve(view.posAtDOM(node, offset, 1))
  const now = TextSelection.between(at(anchorNode, anchorOffset), at(focusNode, focusOffset))
  if (!now.eq(selection)) view.dispatch(tr.setSelection(now))
}
