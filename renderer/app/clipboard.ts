/**
 * Puts text on the clipboard, within a key press or a click, and beside it HTML that says the same, where there is any,
 * for programs that take it. It goes through the copy command, because the
 * asynchronous clipboard asks for a permission and this program grants none.
 * Throws when the browser refuses.
 */
export function copyText(text: string, html?: string): void {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  if (!done) throw new Error('The copy command was refused.')
}
