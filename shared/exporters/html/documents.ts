import type { MarkedDocument, MarkedPassage } from '../marked-documents'
import { markedText } from '../marked-runs'
import { stepsOf } from '../progress'
import { cardHtml, notesHtml, type PageWriting } from './cards'
import { escapeHtml } from './escape'
import { textHtml } from './text'

/** One document as it is read: text, highlights, and what is said about them in the margin. */
function articleHtml(writing: PageWriting, marked: MarkedDocument, index: number): string {
  const { project, say, colours } = writing
  const { document } = marked
  const numberOf = ({ highlight }: MarkedPassage): number => writing.numbers.get(highlight.id) ?? 0
  const card = (passage: MarkedPassage): string => cardHtml(writing, passage, numberOf(passage))
  const title = document.title.trim() || say('export.untitled')
  const { blocks, unplaced } = markedText(marked)
  const [top] = blocks
  const isRepeated = top?.block.kind === 'heading' && top.block.text.trim() === title
  const isPlain = isRepeated && top.cells.flat().every((run) => run.passages.length === 0)
  const text = textHtml(isPlain ? blocks.slice(1) : blocks, {
    colours,
    numberOf,
    under: 2,
    margin: (opening) => (opening.length > 0 ? `<div class="cards">${opening.map(card).join('')}</div>` : ''),
  })
  const { author, source, date, url } = document.metadata
  const facts = [author, source, date, url].filter((fact) => fact !== undefined && fact.trim() !== '')
  const lost = unplaced
    .map(
      (passage) =>
        `<blockquote class="quote">${escapeHtml(passage.highlight.passage.quote)}</blockquote>${card(passage)}`,
    )
    .join('')
  const language = document.language === 'und' ? '' : ` lang="${escapeHtml(document.language)}"`
  return `<article id="d${index + 1}"${language}>
<h2>${escapeHtml(title)}</h2>
${facts.length > 0 ? `<p class="facts">${escapeHtml(facts.join(' · '))}</p>` : ''}${notesHtml(writing, project.notesAbout(document.id))}
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
    const lines = documents.map(({ document, passages }, index) => {
      const title = escapeHtml(document.title.trim() || say('export.untitled'))
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
