import { type Language, type Translate, translator } from '../messages'
import type { Time } from '../model/ids'
import type { ThemeColour } from '../model/theme'
import { type CodebookSnapshot, codebookEntries, type ShownTheme } from './codebook-entries'
import { escapeHtml } from './html/escape'
import { inkOf } from './ink'
import { PRINT_STYLE } from './print-style'

/** The lowest heading that HTML has. The title takes the first one. */
const LOWEST = 6

const swatch = (colour: ThemeColour): string => `<i style="background:${inkOf(colour)}"></i>`

const paragraphs = (words: string): string =>
  words
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')

function entry(theme: ShownTheme, say: Translate): string {
  const { path, colour, description, inclusion, exclusion, example, count } = theme
  const level = Math.min(path.length + 1, LOWEST)
  const above = path.slice(0, -1).map(escapeHtml).join(' / ')
  const field = (column: 'inclusion' | 'exclusion' | 'example', words: string): string =>
    words.trim() === ''
      ? ''
      : `<dt>${escapeHtml(say(`codebook.columns.${column}`))}</dt><dd class="${column}">${paragraphs(words)}</dd>`
  const fields = field('inclusion', inclusion) + field('exclusion', exclusion) + field('example', example)
  return `<section>
<h${level}>${swatch(colour)}<span>${escapeHtml(path.at(-1) ?? '')}</span><small>${say('codebook.taggings', { count })}</small></h${level}>
${above === '' ? '' : `<p class="above">${above}</p>`}${paragraphs(description)}${fields === '' ? '' : `<dl>${fields}</dl>`}
</section>`
}

const line = ({ path, colour, count }: ShownTheme): string =>
  `<li style="padding-left:${(path.length - 1) * 1.2}em">${swatch(colour)}<span>${escapeHtml(path.at(-1) ?? '')}</span><small>${count}</small></li>`

/** A page to be printed: HTML that needs nothing beside itself. */
export interface PrintPage {
  readonly title: string
  readonly html: string
}

/**
 * The project's codebook to be printed: all themes at a glance, then each with what it means, its criteria and its
 * example, in the order of the tree. Words of the project are text, whatever signs are in them.
 */
export function codebookPage(
  snapshot: CodebookSnapshot,
  { language, now }: { readonly language: Language; readonly now: Time },
): PrintPage {
  const say = translator(language)
  const title = say('codebook.title', { project: snapshot.project.name })
  const themes = codebookEntries(snapshot)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now)
  const facts = [say('codebook.themes', { count: themes.length }), day].join(' · ')
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${PRINT_STYLE}</style></head>
<body>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(facts)}</p></header>
<ul>${themes.map(line).join('\n')}</ul>
${themes.map((theme) => entry(theme, say)).join('\n')}
</body>
</html>
`
  return { title, html }
}
