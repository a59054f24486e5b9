import type { Draft, DraftText } from '../office/draft'
import { numbered } from '../office/numbered'
import type { StyleRole } from '../office/style-names'
import type { LookProperties } from './look'
import type { Numbering } from './numbering'
import type { WordParagraph } from './story'
import { outlineRole, type Styles } from './styles'

/** What a paragraph is by its style, its place in the outline and its list. */
export interface Settled {
  readonly role?: StyleRole
  /** How its words look by its style; those of headings look like headings, which says no more. */
  readonly look: LookProperties
  readonly centred: boolean
  /** The depth of the list it is an item of, from 1. */
  readonly depth?: number
  /** What stands before it; its first line takes it. */
  marker?: string | undefined
}

/** Decides what a paragraph is, and counts it in its list; once for each paragraph, in the order of the text. */
export function settle(
  { style, list, outline, centred }: WordParagraph,
  styles: Styles,
  numbering: Numbering,
): Settled {
  const own = styles.paragraph(style)
  const role = outline === undefined || isNoHeading(own.role) ? own.role : outlineRole(outline)
  const isHead = role?.kind === 'heading' || role?.kind === 'title'
  const id = list.list ?? own.list?.list
  const level = list.level ?? own.list?.level ?? (id && numbering.levelOfStyle(id, style)) ?? 0
  const numbered = id === undefined || id === '0' ? undefined : numbering.next({ list: id, level: Number(level) })
  const marker = numbered?.marker !== '' && !(isHead && numbered?.isBullet) ? numbered?.marker : undefined
  return {
    ...(role && { role }),
    look: isHead ? {} : own.look,
    centred: centred ?? own.centred ?? false,
    ...(marker !== undefined && !isHead && { depth: Number(level) + 1 }),
    marker,
  }
}

const isNoHeading = (role: StyleRole | undefined): boolean => role !== undefined && role.kind !== 'heading'

/** Whether line breaks inside such a paragraph are only layout. */
export const isOneLine = ({ role }: Settled): boolean =>
  role !== undefined && role.kind !== 'quotation' && role.kind !== 'code'

/** One line of a paragraph, mostly its only one, as a draft. */
export function paragraphDraft(settled: Settled, text: DraftText): Draft {
  const { role, centred } = settled
  const marker = text.text === '' ? undefined : settled.marker
  if (marker !== undefined) settled.marker = undefined
  const rest = centred ? { centred } : {}
  if (!role) return plainDraft(settled, text, marker)
  switch (role.kind) {
    case 'title':
      return { kind: 'title', ...numbered(text, marker), ...rest }
    case 'heading':
      return { kind: 'heading', level: role.level, ...numbered(text, marker), ...rest }
    case 'contents':
      return { kind: 'paragraph', ...numbered(text, marker), debris: 'navigation' }
    case 'subtitle':
      return { ...plainDraft(settled, text, marker), isSubtitle: true }
    case 'quotation':
      return settled.depth === undefined ? { kind: 'quotation', level: 1, ...text } : plainDraft(settled, text, marker)
    default:
      return { kind: role.kind, ...numbered(text, marker) }
  }
}

function plainDraft({ depth, centred }: Settled, text: DraftText, marker: string | undefined): Draft {
  if (depth === undefined) return { kind: 'paragraph', ...text, ...(centred && { centred }) }
  return { kind: 'listItem', level: depth, ...text, ...(marker !== undefined && { marker }) }
}
