import { outsideAddress } from '../address'
import { type NoteRun, noteParagraphs } from '../note-words'
import { escapeHtml } from './escape'

function words({ text, strong, emphasis, code, href }: NoteRun): string {
  let html = escapeHtml(text).replaceAll('\n', '<br>')
  if (code) html = `<code>${html}</code>`
  if (emphasis) html = `<em>${html}</em>`
  if (strong) html = `<strong>${html}</strong>`
  const address = href && outsideAddress(href)
  return address ? `<a href="${escapeHtml(address)}" rel="noreferrer">${html}</a>` : html
}

/** A note's Markdown as paragraphs of HTML, each line of a list one of them. Links lead out of the page only. */
export const noteHtml = (text: string): string =>
  noteParagraphs(text)
    .map(({ kind, depth, marker, runs }) => {
      const lead = marker ? `<span class="marker">${escapeHtml(marker)}</span> ` : ''
      const deep = depth > 0 ? ` deep${Math.min(depth, 5)}` : ''
      return `<p class="note-${kind}${deep}">${lead}${runs.map(words).join('')}</p>`
    })
    .join('')
