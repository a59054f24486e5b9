import { translator } from '../messages'
import type { ExportedFile, Exporter, ExportOptions, ProjectSnapshot } from './exporter'
import { fileName } from './file-name'
import { notesHtml, type PageWriting } from './html/cards'
import { Colours } from './html/colours'
import { documentParts } from './html/documents'
import { escapeHtml } from './html/escape'
import { pageBytes } from './html/page'
import { reportParts } from './html/report'
import { PAGE_SCRIPT } from './html/script'
import { PAGE_STYLE, PAPER_STYLE, SHEET_STYLE } from './html/style'
import { markedProject } from './marked-documents'
import { inTreeOrder } from './theme-order'
import { timeIn } from './times'

/** The choice of a theme, with how many passages the page shows then. */
function barHtml({ project, say, themeNumbers }: Omit<PageWriting, 'numbers'>): string {
  const options = inTreeOrder(project).map(({ theme, depth }) => {
    const indent = '\u2003'.repeat(Math.min(depth, 8))
    return `<option value="${themeNumbers.get(theme.id)}">${indent}${escapeHtml(theme.name)}</option>`
  })
  if (options.length === 0) return ''
  return `<div class="bar"><label for="theme">${escapeHtml(say('export.theme'))}</label> <select id="theme"><option value="">${escapeHtml(say('export.allThemes'))}</option>${options.join('')}</select> <span><span id="shown" aria-live="polite"></span> ${escapeHtml(say('export.passagesShown'))}</span></div>`
}

/**
 * A project as one page: for the `screen` with what can be pressed there, for `paper`, or as a `sheet`, which is how it
 * will be on paper, to be looked at on a screen.
 */
export function pageOf(
  snapshot: ProjectSnapshot,
  options: ExportOptions,
  to: 'screen' | 'paper' | 'sheet',
): ExportedFile {
  const say = translator(options.language)
  const project = markedProject(snapshot)
  const colours = new Colours()
  const themeNumbers = new Map(inTreeOrder(project).map(({ theme }, index) => [theme.id, index + 1]))
  const writing: Omit<PageWriting, 'numbers'> = { project, options, say, colours, themeNumbers }
  const title = snapshot.project.name.trim() || say('export.untitled')
  const parts = [...(options.variant === 'report' ? reportParts(writing) : documentParts(writing))]
  const time = timeIn(options.now, options.timeZone).replace('T', ' ')
  const notes = notesHtml(writing, project.notesAbout(snapshot.project.id))
  const bar = to === 'screen' ? barHtml(writing) : ''
  const head = `<header><h1>${escapeHtml(title)}</h1><p class="facts">${time}</p>${notes}${bar}</header>\n`
  const bytes = pageBytes({
    title,
    language: options.language,
    style: `${PAGE_STYLE}${to === 'sheet' ? SHEET_STYLE : PAPER_STYLE}${colours.rules}`,
    ...(to === 'screen' && { script: PAGE_SCRIPT }),
    body: [head, ...parts],
  })
  return { name: fileName(snapshot.project.name, 'html', new Set(), say('export.untitled')), bytes }
}

/**
 * One page of HTML that needs nothing beside itself, neither a network nor a program: `document` shows the documents
 * with highlights that lead to what is said about them in the margin, `report` the passages under a list of contents.
 * Both can be narrowed to a theme, are set for light, dark and paper, and can be read without their script.
 */
export const html: Exporter = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  arranges: ['theme', 'document', 'time'],
  variants: ['document', 'report'],
  quotesInContext: true,
  cites: true,
  write(snapshot, options) {
    return [pageOf(snapshot, options, 'screen')]
  },
}

/**
 * The same page for paper: the shell prints it as a PDF with bookmarks and tags. `document`: the documents with stripes
 * and notes in the margin; `report`: the passages after a list of contents.
 */
export const pdf: Exporter = {
  id: 'pdf',
  extension: 'html',
  mediaType: 'text/html',
  arranges: ['theme', 'document', 'time'],
  variants: ['document', 'report'],
  quotesInContext: true,
  cites: true,
  printed: true,
  write: (snapshot, options) => [pageOf(snapshot, options, 'paper')],
}
