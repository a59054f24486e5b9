import type { Draft } from '../office/draft'
import { numbered } from '../office/numbered'
import type { StyleRole } from '../office/style-names'
import type { RtfParagraph, Setting } from './state'
import { outlineRole, type StyleSheet } from './style-sheet'

/** What a paragraph is by its style and its own level in the outline. */
export function roleOfSetting({ style, outline }: Setting, styles: StyleSheet): StyleRole | undefined {
  const role = styles.role(style)
  if (role && role.kind !== 'heading') return role
  return outline === undefined ? role : outlineRole(outline)
}

/** Whether line breaks inside such a paragraph are only layout. */
export const isOneLine = (role: StyleRole | undefined): boolean =>
  role !== undefined && role.kind !== 'quotation' && role.kind !== 'code'

/** What was written of the paragraph since the last time, mostly all of it, as a draft. */
export function draftOf(paragraph: RtfParagraph, role: StyleRole | undefined, setting: Setting): Draft {
  const text = paragraph.writer.take()
  const marker = text.text === '' ? undefined : paragraph.marker
  if (marker !== undefined) paragraph.marker = undefined
  const centred = setting.centred ? { centred: true } : {}
  switch (role?.kind) {
    case 'title':
      return { kind: 'title', ...numbered(withoutLook(text), marker), ...centred }
    case 'heading':
      return { kind: 'heading', level: role.level, ...numbered(withoutLook(text), marker), ...centred }
    case 'contents':
      return { kind: 'paragraph', ...text, debris: 'navigation' }
    case 'code':
    case 'caption':
      return { kind: role.kind, ...numbered(text, marker) }
  }
  if (marker !== undefined) return { kind: 'listItem', level: setting.list + 1, ...text, marker }
  if (role?.kind === 'quotation') return { kind: 'quotation', level: 1, ...text }
  return { kind: 'paragraph', ...text, ...centred, ...(role?.kind === 'subtitle' && { isSubtitle: true }) }
}

/** A heading without the marks of all its words: they make it look like one, which says no more. */
const withoutLook = <T extends Pick<Draft, 'text' | 'marks'>>(text: T): T => ({
  ...text,
  marks: text.marks.filter(
    ({ kind, start, end }) => !((kind === 'strong' || kind === 'emphasis') && start === 0 && end === text.text.length),
  ),
})
