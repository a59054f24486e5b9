import type { Translate } from '../../messages'
import type { Id } from '../../model/ids'
import type { Note } from '../../model/note'
import { themePath } from '../../model/theme'
import { emphasisWords } from '../emphasis-words'
import type { ExportOptions } from '../exporter'
import { linkWords } from '../link-words'
import type { GivenTheme, MarkedPassage, MarkedProject } from '../marked-documents'
import { signatureOf } from '../report'
import type { Colours } from './colours'
import { directionOf, escapeHtml, withWholeDays } from './escape'
import { noteHtml } from './notes'

/** What the parts of a page are written with. */
export interface PageWriting {
  readonly project: MarkedProject
  readonly options: ExportOptions
  readonly say: Translate
  readonly colours: Colours
  /** Each theme's number on the page. */
  readonly themeNumbers: ReadonlyMap<Id, number>
  /** The numbers under which the page says something of each highlight, the first of them where there are several. */
  readonly numbers: ReadonlyMap<Id, number>
}

/** The numbers of these themes and of all above them: a passage under a theme is found by each of them. */
export function themeList({ project, themeNumbers }: PageWriting, given: readonly GivenTheme[]): string {
  const numbers = new Set(
    given.flatMap(({ theme }) => themePath(theme, project.themes).map(({ id }) => themeNumbers.get(id))),
  )
  return [...numbers].filter((number) => number !== undefined).join(' ')
}

/** Themes, each after its colour, those by one coder on one day together, then who gave them. */
export function givenHtml({ options, colours }: PageWriting, given: readonly GivenTheme[]): string {
  const groups = new Map<string, Map<string, GivenTheme>>()
  for (const each of given) {
    const by = signatureOf(each.coder, each.tagging.created, options)
    const group = groups.get(by) ?? new Map<string, GivenTheme>()
    groups.set(by, group)
    if (!group.has(each.theme.id)) group.set(each.theme.id, each)
  }
  return [...groups]
    .map(([by, themes]) => {
      const names = [...themes.values()].map(
        ({ theme, path }) =>
          `<span class="theme ${colours.main(theme.colour)}"${directionOf(path)}>${escapeHtml(path)}</span>`,
      )
      return `${names.join(' ')} <span class="by">${withWholeDays(by)}</span>`
    })
    .join(' ')
}

/** Notes, each with who wrote it and when. */
export const notesHtml = (
  { project, options, say }: Pick<PageWriting, 'project' | 'options' | 'say'>,
  notes: readonly Note[],
): string =>
  notes
    .map((note) => {
      const by = signatureOf(project.coderName(note.coder), note.created, options)
      return `<div class="note"><p class="by">${withWholeDays(say('export.noteBy', { by }))}</p>${noteHtml(note.text)}</div>`
    })
    .join('')

/** The links of highlights, each leading to what the page says of the other passage. */
export function linksHtml(writing: PageWriting, marked: readonly MarkedPassage[]): string {
  const lines = linkWords(writing, marked).map(({ relation, quote, title, seen: { other, document } }) => {
    const language = document.document.language === 'und' ? '' : ` lang="${escapeHtml(document.document.language)}"`
    const number = writing.numbers.get(other.highlight.id)
    const words = `<span${language}>${escapeHtml(quote)}</span>`
    const there = number === undefined ? words : `<a href="#n${number}">${words}</a>`
    const from = title === undefined ? '' : ` <span class="by">${escapeHtml(title)}</span>`
    return `<p class="link">${escapeHtml(relation)} ${there}${from}</p>`
  })
  return lines.join('')
}

/** What is said about one highlight, to stand beside it; `number` joins the two. */
export function cardHtml(writing: PageWriting, marked: MarkedPassage, number: number): string {
  const { highlight, coder, given, notes } = marked
  const { options, say, colours } = writing
  const colour = given[0] ? ` ${colours.main(given[0].theme.colour)}` : ''
  const marks = emphasisWords([marked], say).map(escapeHtml).join(' ')
  const who =
    given.length > 0
      ? givenHtml(writing, given)
      : `<span class="by">${withWholeDays(signatureOf(coder, highlight.created, options))}</span>`
  const back =
    highlight.lost === undefined
      ? `<a class="back" href="#h${number}">↖<span class="hidden">${escapeHtml(say('export.toPassage'))}</span></a> `
      : ''
  return `<div class="card${colour}" role="note" id="n${number}" data-t="${themeList(writing, given)}"><p>${back}${marks && `${marks} `}${who}</p>${notesHtml(writing, notes)}${linksHtml(writing, [marked])}</div>`
}
