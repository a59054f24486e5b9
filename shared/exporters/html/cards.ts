import type { Translate } from '../../messages'
import type { Id } from '../../model/ids'
import type { Note } from '../../model/note'
import { themePath } from '../../model/theme'
import type { ExportOptions } from '../exporter'
import type { GivenTheme, MarkedPassage, MarkedProject } from '../marked-documents'
import { signatureOf } from '../report'
import type { Colours } from './colours'
import { escapeHtml } from './escape'
import { noteHtml } from './notes'

/** What the parts of a page are written with. */
export interface PageWriting {
  readonly project: MarkedProject
  readonly options: ExportOptions
  readonly say: Translate
  readonly colours: Colours
  /** Each theme's number on the page. */
  readonly themeNumbers: ReadonlyMap<Id, number>
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
        ({ theme, path }) => `<span class="theme ${colours.main(theme.colour)}">${escapeHtml(path)}</span>`,
      )
      return `${names.join(' ')} <span class="by">${escapeHtml(by)}</span>`
    })
    .join(' ')
}

/** Notes, each with who wrote it and when. */
export const notesHtml = ({ project, options, say }: PageWriting, notes: readonly Note[]): string =>
  notes
    .map((note) => {
      const by = signatureOf(project.coderName(note.coder), note.created, options)
      return `<div class="note"><p class="by">${escapeHtml(say('export.noteBy', { by }))}</p>${noteHtml(note.text)}</div>`
    })
    .join('')

/** What is said about one highlight, to stand beside it; `number` joins the two. */
export function cardHtml(
  writing: PageWriting,
  { highlight, coder, given, notes }: MarkedPassage,
  number: number,
): string {
  const { options, say, colours } = writing
  const colour = given[0] ? ` ${colours.main(given[0].theme.colour)}` : ''
  const marks = [
    ...(highlight.star ? ['★'] : []),
    ...(highlight.weight ? [escapeHtml(say('export.weight', { weight: highlight.weight }))] : []),
  ].join(' ')
  const who =
    given.length > 0
      ? givenHtml(writing, given)
      : `<span class="by">${escapeHtml(signatureOf(coder, highlight.created, options))}</span>`
  const back =
    highlight.lost === undefined
      ? `<a class="back" href="#h${number}">↖<span class="hidden">${escapeHtml(say('export.toPassage'))}</span></a> `
      : ''
  return `<div class="card${colour}" role="note" id="n${number}" data-t="${themeList(writing, given)}"><p>${back}${marks && `${marks} `}${who}</p>${notesHtml(writing, notes)}</div>`
}
