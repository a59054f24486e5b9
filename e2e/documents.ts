import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A document that the journeys are made on. */
export interface TrialDocument {
  readonly name: string
  readonly path: string
  /** How it comes in. */
  readonly way: 'command line' | 'open dialog' | 'drop'
  /** Whether the window has something to say about how it was read. */
  readonly reported: boolean
}

const here = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const corpus = (name: string): string => fileURLToPath(new URL(`../../shared/corpus/${name}`, import.meta.url))

export const OFFICIAL_REPORT = here('official-report.txt')
export const SAVED_PAGE = here('saved-page.html')
export const INLINE_HTML = here('inline-html.md')
const fixture = (path: string): string =>
  fileURLToPath(new URL(`../shared/importers/fixtures/${path}`, import.meta.url))
export const TWO_COLUMNS = fixture('pdf/two-columns.pdf')
export const RADICALS = fixture('pdf/radicals.pdf')
export const NOTICE_DOCX = fixture('docx/notice.docx')
export const GAZETTEER_ODT = fixture('odt/gazetteer-speech.odt')
export const MINUTES_RTF = fixture('rtf/minutes.rtf')
export const INTERVIEW_VTT = fixture('subtitles/interview.vtt')
export const PANEL_SRT = fixture('subtitles/panel-gb18030.srt')
export const WRAPPED_ESSAY = here('wrapped-essay.txt')

const document = (path: string, way: TrialDocument['way'], reported: boolean): TrialDocument => ({
  name: basename(path),
  path,
  way,
  reported,
})

/** Written for the journeys: they are always there. */
export const WRITTEN: readonly TrialDocument[] = [
  document(OFFICIAL_REPORT, 'open dialog', true),
  document(SAVED_PAGE, 'command line', true),
  document(INLINE_HTML, 'drop', false),
  document(WRAPPED_ESSAY, 'open dialog', false),
]

/** Real documents from the web, which lie beside some checkouts and are in none. */
export const REAL: readonly TrialDocument[] = [
  document(corpus('000_6fe4fb3977ce7d35.txt'), 'command line', false),
  document(corpus('003_37eb0cade54b806a.txt'), 'open dialog', true),
  document(corpus('004_c29f753ae4b19a69.txt'), 'drop', false),
]

export const isThere = ({ path }: TrialDocument): boolean => existsSync(path)
