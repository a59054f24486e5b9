import { DOCUMENT_FIELDS, type DocumentField } from '#shared/model/annotation-query'
import type { Id } from '#shared/model/ids'
import { type Axis, type LiveMember, PERIODS, type Period } from '#shared/queries/tables/axis'

/** The axes that can be chosen, beside the project's own attributes (`attribute:ID`). */
export const AXES = [
  'themes',
  'branches',
  'documents',
  'groups',
  ...PERIODS,
  'source',
  'author',
  'place',
  'section',
  'language',
  'coders',
] as const
export type AxisName = (typeof AXES)[number] | `attribute:${string}`

/** What an axis that was chosen is. Live themes stand beside the themes. */
export function axisOf(name: AxisName, live: readonly LiveMember[], coders: ReadonlyMap<Id, string>): Axis {
  if (name.startsWith('attribute:')) return { kind: 'attribute', attribute: name.slice('attribute:'.length) }
  switch (name) {
    case 'themes':
      return { kind: 'themes', below: false, live }
    case 'branches':
      return { kind: 'themes', below: true, live }
    case 'documents':
    case 'groups':
      return { kind: name }
    case 'coders':
      return { kind: 'coders', names: coders }
    default: {
      const period = PERIODS.find((each) => each === name)
      if (period) return { kind: 'time', period: period as Period }
      const field = DOCUMENT_FIELDS.find((each) => each === name) ?? 'source'
      return { kind: 'field', field: field as Exclude<DocumentField, 'date'> }
    }
  }
}

/** Whether the lines of an axis are themes, so that the coefficient of two of them means something. */
export const isThemes = (name: AxisName): boolean => name === 'themes' || name === 'branches'
export const isTime = (name: AxisName): boolean => PERIODS.some((each) => each === name)
