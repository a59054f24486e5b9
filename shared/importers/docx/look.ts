import type { InlineMark } from '../../model/document'
import type { Attributes } from '../office/xml'
import type { XmlElement } from '../office/xml-tree'
import { isOn } from './package'

/** How words look, as far as it matters: what is absent is inherited. */
export interface LookProperties {
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly raised?: 'superscript' | 'subscript' | 'no'
  readonly hidden?: boolean
  /** The font of its signs, where it may be one of symbols. */
  readonly font?: string
}

/** What one property of a run says (ECMA-376, 17.3.2); undefined for those that do not matter here. */
export function lookProperty(name: string, attributes: Attributes): LookProperties | undefined {
  const value = attributes['w:val']
  switch (name) {
    case 'w:b':
      return { strong: isOn(value) }
    case 'w:i':
      return { emphasis: isOn(value) }
    case 'w:em':
      return { emphasis: isOn(value) }
    case 'w:vanish':
      return { hidden: isOn(value) }
    case 'w:vertAlign':
      return { raised: value === 'superscript' || value === 'subscript' ? value : 'no' }
    case 'w:rFonts': {
      const font = attributes['w:ascii'] ?? attributes['w:hAnsi']
      return font === undefined ? undefined : { font }
    }
    default:
      return undefined
  }
}

/** What a whole list of properties says. */
export const lookOf = (properties: XmlElement | undefined): LookProperties =>
  Object.assign({}, ...(properties?.children.map(({ name, attributes }) => lookProperty(name, attributes)) ?? []))

/** The marks of words that look so. */
export function kindsOf({ strong, emphasis, raised }: LookProperties): InlineMark['kind'][] {
  return [
    ...(strong ? (['strong'] as const) : []),
    ...(emphasis ? (['emphasis'] as const) : []),
    ...(raised === 'superscript' || raised === 'subscript' ? [raised] : []),
  ]
}
