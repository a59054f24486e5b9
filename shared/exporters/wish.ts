import type { SourceDocument } from '../model/document'
import type { CoderId, DocumentId, HighlightId, ThemeId, Time } from '../model/ids'
import type { LiveThemeId } from '../model/live-theme'
import { type Theme, themePath } from '../model/theme'
import type { Arrangement } from './exporter'
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId, type FormatVariant } from './formats'
import type { Scope } from './scope'

/** How much of the text stands around a quote, in UTF-16 units. */
export const CONTEXTS = { none: 0, line: 40, paragraph: 160 } as const
export type Context = keyof typeof CONTEXTS

/** How a format is written. What is absent is as is usual. */
export interface FormatWish {
  readonly variant?: string
  readonly arrange?: Arrangement
  readonly context?: Context
}

/** What is taken out. */
export interface ScopeWish {
  readonly of: 'document' | 'chosen' | 'project'
  /** The chosen documents. */
  readonly documents: readonly DocumentId[]
  /** The chosen themes, each with all under it, and live themes; none: passages with any theme and with none. */
  readonly themes: readonly (ThemeId | LiveThemeId)[]
  readonly coder?: CoderId
  readonly starred?: true
  readonly noted?: true
  /** The first and the last day on which a passage was marked, as `2026-11-20`. */
  readonly from?: string
  readonly until?: string
}

/** What was chosen in a project when something was taken out of it. */
export interface ExportWish {
  readonly format: ExportFormatId
  readonly formats: { readonly [F in ExportFormatId]?: FormatWish }
  readonly scope: ScopeWish
}

/** What is offered before anything was chosen; documents and themes are named by what is open then. */
export const FIRST_WISH: ExportWish = {
  format: EXPORT_FORMATS[0].id,
  formats: {},
  scope: { of: 'document', documents: [], themes: [] },
}

const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS

/** The variant of a format that is wished for, the usual one where there is no such. */
export function variantOf({ format, formats }: Pick<ExportWish, 'format' | 'formats'>): FormatVariant {
  const variants = FORMATS.find(({ id }) => id === format)?.variants ?? []
  const wished = formats[format]?.variant
  return variants.find(({ id }) => id === wished) ?? variants[0] ?? { arranges: [] }
}

/** The order that is wished for among those which the variant has. */
export const arrangeOf = ({ arranges }: FormatVariant, { arrange }: FormatWish): Arrangement =>
  arranges.find((each) => each === arrange) ?? arranges[0] ?? 'document'

/** The beginning of a day as `2026-11-20`, in this machine's time zone; undefined for what is no day. `later`: of so many days after it. */
function startOf(day: string | undefined, later = 0): Time | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '')
  if (!found) return undefined
  const time = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + later).getTime()
  return Number.isFinite(time) ? time : undefined
}

/** What there is to choose from. */
export interface Choosable {
  readonly documents: readonly Pick<SourceDocument, 'id'>[]
  readonly themes: readonly Theme[]
  /** The passages that each live theme shows now. */
  readonly live?: ReadonlyMap<LiveThemeId, readonly HighlightId[]>
  /** The document that is open. */
  readonly open: DocumentId | null
}

/**
 * The scope that is meant: chosen themes with all under them. Documents and themes that are not there any more are passed
 * over. Without an open document, `document` is the whole project.
 */
export function scopeOf(wish: ScopeWish, { documents, themes, live, open }: Choosable): Scope {
  const { of, coder, starred, noted } = wish
  const chosen = new Set(wish.documents)
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const wanted = new Set(wish.themes.filter((id) => byId.has(id)))
  const shown = wish.themes.flatMap((id) => live?.get(id) ?? [])
  const isLive = wish.themes.some((id) => live?.has(id))
  const from = startOf(wish.from)
  const until = startOf(wish.until, 1)
  return {
    ...(of === 'document' && open !== null && { documents: [open] }),
    ...(of === 'chosen' && { documents: documents.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) }),
    ...(wanted.size > 0 && {
      themes: themes.filter((theme) => themePath(theme, byId).some(({ id }) => wanted.has(id))).map(({ id }) => id),
    }),
    ...(isLive && { passages: [...new Set(shown)] }),
    ...(coder !== undefined && { coder }),
    ...(starred && { starred }),
    ...(noted && { noted }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
}
