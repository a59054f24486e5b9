import { documentText, titleOf } from '../document-text'
import type { MarkedDocument, MarkedPassage } from '../marked-documents'
import { stepsOf } from '../progress'
import { cardHtml, notesHtml, type PageWriting } from './cards'
import { directionOf, escapeHtml } from './escape'
import { textHtml } from './text'

/** One document as it is read: text, highlights, and what is said about them in the margin. */
function articleHtml(writing: PageWriting, marked: MarkedDocument, index: number): string {
  const { project, say, colours } = writing
  const { document } = marked
  const numberOf = ({ highlight }: MarkedPassage): number => writing.numbers.get(highlight.id) ?? 0
  const card = (passage: MarkedPassage): string => cardHtml(writing, passage, numberOf(passage))
  const { title, facts, blocks, unplaced } = documentText(marked, say)
  const text = textHtml(blocks, {
    colours,
    numberOf,
    under: 2,
    margin: (opening) => (opening.length > 0 ? `<div class="cards">${opening.map(card).join('')}</div>` : ''),
  })
  const lost = unplaced
    .map(
      (passage) =>
        `<blockquote class="quote"${directionOf(passage.highlight.passage.quote)}>${escapeHtml(passage.highlight.passage.quote)}</blockquote>${card(passage)}`,
    )
    .join('')
  const language = document.language === 'und' ? '' : ` lang="${escapeHtml(document.language)}"`
  return `<article id="d${index + 1}"${language}>
<h2${directionOf(title)}>${escapeHtml(title)}</h2>
${facts === '' ? '' : `<p class="facts">${escapeHtml(facts)}</p>`}${notesHtml(writing, project.notesAbout(document.id))}
${text}
${lost && `<h3>${escapeHtml(say('export.notInText'))}</h3>${lost}`}
</article>
`
}

/** The documents one after the other, with a list of them before where there are several. */
export function* documentParts(page: Omit<PageWriting, 'numbers'>): Generator<string> {
  const { project, say, options } = page
  const { documents } = project
  const all = documents.flatMap(({ passages }) => passages)
  const writing = { ...page, numbers: new Map(all.map(({ highlight }, at) => [highlight.id, at + 1])) }
  if (documents.length > 1) {
    const lines = documents.map((marked, index) => {
      const { passages } = marked
      const title = escapeHtml(titleOf(marked, say))
      return `<li><a href="#d${index + 1}">${title}</a> <small>${passages.length}</small></li>`
    })
    yield `<nav aria-label="${escapeHtml(say('export.contents'))}"><details${documents.length > 40 ? '' : ' open'}><summary>${escapeHtml(say('export.contents'))}</summary><ol>${lines.join('')}</ol></details></nav>\n`
  }
  yield '<main>\n'
  const step = stepsOf(options.onProgress, documents.length)
  for (const [index, marked] of documents.entries()) {
    yield articleHtml(writing, marked, index)
    step()
  }
  yield '</main>'
}
