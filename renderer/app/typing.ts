/** Inputs into which nothing is typed. */
const NOT_TYPED = ['checkbox', 'radio', 'button', 'submit', 'reset', 'color', 'file', 'range', 'image']

/** Whether words are typed into this element: its keys and its undo are its own. */
export function isField(element: EventTarget | null): element is HTMLElement {
  if (element instanceof HTMLInputElement) return !NOT_TYPED.includes(element.type)
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable)
}

/**
 * Undo and redo inside a field are the field's own, also when it has nothing left to take back. Says whether the focus
 * is in a field.
 */
export function undoInField(what: 'undo' | 'redo'): boolean {
  const active = document.activeElement
  if (!isField(active)) return false
  if (!active.isContentEditable) document.execCommand(what)
  else active.dispatchEvent(keyOf(what))
  return true
}

/** An editor keeps its own history and hears its own keys. */
function keyOf(what: 'undo' | 'redo'): KeyboardEvent {
  const mac = navigator.platform.startsWith('Mac')
  const keys = { key: 'z', code: 'KeyZ', keyCode: 90, shiftKey: what === 'redo', metaKey: mac, ctrlKey: !mac }
  return new KeyboardEvent('keydown', { ...keys, cancelable: true })
}
