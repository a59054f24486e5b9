import type { Draft } from '../office/draft'
import { numbered } from '../office/numbered'
import type { OpenParagraph } from '../office/story'
import type { StyleRole } from '../office/style-names'
import type { OdtStyle } from './styles'

/** A paragraph that is being read, with what is known of it before its words come. */
export interface OdtParagraph extends OpenParagraph {
  readonly role: StyleRole | undefined
  readonly style: Partial<OdtStyle>
  /** List items: how deep it is, from 1; else 0. */
  readonly depth: number
  /** What stands before it; its first line takes it. */
  marker: string | undefined
  /** Whether white space that comes now is one with the white space before it. */
  afterSpace: boolean
  /** Whether the last words are hidden: what is hidden in one go counts once. */
  inHidden: boolean
}

/** Whether line breaks inside the paragraph are only layout. */
export const isOneLine = ({ role }: OdtParagraph): boolean =>
  role !== undefined && role.kind !== 'quotation' && role.kind !== 'code'

/** What was written of the paragraph since the last time, mostly all of it, as a draft. */
export function draftOf(paragraph: OdtParagraph): Draft {
  const text = paragraph.writer.take()
  const { role, style, depth } = paragraph
  const marker = text.text === '' ? undefined : paragraph.marker
  if (marker !== undefined) paragraph.marker = undefined
  const centred = style.centred ? { centred: true } : {}
  switch (role?.kind) {
    case 'title':
      return { kind: 'title', ...numbered(text, marker), ...centred }
    case 'heading':
      return { kind: 'heading', level: role.level, ...numbered(text, marker), ...centred }
    case 'contents':
      return { kind: 'paragraph', ...text, debris: 'navigation' }
    case 'code':
    case 'caption':
      return { kind: role.kind, ...numbered(text, marker) }
  }
  if (depth > 0) return { kind: 'listItem', level: depth, ...text, ...(marker !== undefined && { marker }) }
  if (role?.kind === 'quotation') return { kind: 'quotation', level: 1, ...text }
  return { kind: 'paragraph', ...text, ...centred, ...(role?.kind === 'subtitle' && { isSubtitle: true }) }
}
