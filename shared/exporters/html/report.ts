import type { Id } from '../../model/ids'
import { htmlCitation } from '../citation/words'
import { emphasisWords } from '../emphasis-words'
import { stepsOf } from '../progress'
import { references } from '../references'
import type { ReportPassage, ReportSection } from '../report'
import { countOf, reportSections } from '../report'
import { givenHtml, linksHtml, notesHtml, type PageWriting, themeList } from './cards'
import { directionOf, escapeHtml, withWholeDays } from './escape'

const lines = (words: string): string =>
  words
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(escapeHtml)
    .join('<br>')

function passageHtml(writing: PageWriting, passage: ReportPassage, number: number): string {
  const { document, merged, before, after, source, by } = passage
  const [first] = merged.given
  const colour = first ? writing.colours.main(first.theme.colour) : ''
  const language = document.document.language === 'und' ? '' : ` lang="${escapeHtml(document.document.language)}"`
  const context = (words: string): string => (words === '' ? '' : `<span class="context">${escapeHtml(words)}</span>`)
  const quote =
    before + after === ''
      ? lines(merged.passage.quote)
      : `<mark class="${colour || 'bare'}">${lines(merged.passage.quote)}</mark>`
  const emphasis = emphasisWords(merged.marked, writing.say).map((each) => `${escapeHtml(each)} `)
  const who =
    merged.given.length > 0 ? givenHtml(writing, merged.given) : `<span class="by">${withWholeDays(by)}</span>`
  return `<div class="card passage" id="n${number}" data-t="${themeList(writing, merged.given)}">
<blockquote class="quote ${colour}"${language}${directionOf(merged.passage.quote)}>${context(before)}${quote}${context(after)}</blockquote>
<div class="about"><p class="source">${emphasis.join('')}${withWholeDays(source)} ${who}</p>${notesHtml(writing, merged.notes)}${linksHtml(writing, merged.marked)}</div></div>
`
}

/** Headings one under the other without a gap, from the second level; the sixth is the last there is. */
const levelOf = (section: ReportSection): number => Math.min(section.level + 1, 6)

/** The first number under which each highlight is quoted. */
function numbersOf(sections: readonly ReportSection[]): Map<Id, number> {
  const numbers = new Map<Id, number>()
  for (const [at, { merged }] of sections.flatMap(({ passages }) => passages).entries())
    for (const { highlight } of merged.marked) if (!numbers.has(highlight.id)) numbers.set(highlight.id, at + 1)
  return numbers
}

/** The report: a list of its sections with their counts, then each with its passages. */
export function* reportParts(page: Omit<PageWriting, 'numbers'>): Generator<string> {
  const { project, options, say, colours } = page
  const sections = reportSections(project, options, say)
  const writing = { ...page, numbers: numbersOf(sections) }
  const list = sections.map(({ title, level, colour, passages }, index) => {
    const name = colour
      ? `<span class="theme ${colours.main(colour)}"${directionOf(title)}>${escapeHtml(title)}</span>`
      : escapeHtml(title)
    return `<li class="deep${Math.min(level - 1, 5)}"><a href="#s${index + 1}">${name}</a> <small>${passages.length}</small></li>`
  })
  yield `<nav aria-label="${escapeHtml(say('export.contents'))}"><ul>${list.join('')}</ul></nav>\n<main>\n`
  let number = 0
  const step = stepsOf(options.onProgress, countOf(sections))
  for (const [index, section] of sections.entries()) {
    const level = levelOf(section)
    const dot = section.colour
      ? `<span class="theme ${colours.main(section.colour)}"${directionOf(section.title)}>${escapeHtml(section.title)}</span>`
      : escapeHtml(section.title)
    yield `<section id="s${index + 1}">\n<h${level}>${dot}</h${level}>
${section.description.trim() === '' ? '' : `<p>${lines(section.description)}</p>`}${notesHtml(writing, section.notes)}
`
    for (const passage of section.passages) {
      number += 1
      yield passageHtml(writing, passage, number)
      step()
    }
    yield '</section>\n'
  }
  const sources = references(project, options).map((words) => {
    const direction = directionOf(words.map(({ text }) => text).join(''))
    return `<p class="reference"${direction}>${htmlCitation(words)}</p>`
  })
  if (sources.length > 0)
    yield `<section id="references">\n<h2>${escapeHtml(say('export.references'))}</h2>\n${sources.join('\n')}\n</section>\n`
  yield '</main>'
}
