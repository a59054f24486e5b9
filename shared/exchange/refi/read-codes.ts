import { readColour } from '../../exporters/refi/colour'
import { readThemeDescription } from '../../exporters/refi/theme-words'
import { translator } from '../../messages'
import type { Id } from '../../model/ids'
import { PIGMENTS, type Pigment, type Theme, type ThemeColour } from '../../model/theme'
import { childrenOf, wordsOf, type XmlElement } from './element'
import { freeName, oneLine, type RefiReading } from './reading'

/** The Codes as themes, parents before children. Codes that only hold others are themes like all. */
export function readCodes(codes: XmlElement | undefined, reading: RefiReading, creator?: string): Theme[] {
  const { told, project, since, options } = reading
  const unnamed = translator(options.language)('export.untitled')
  const themes: Theme[] = []
  const own = new Map<Id | null, { readonly id: Id; readonly name: string }[]>()
  for (const each of options.into.themes) own.set(each.parent, [...(own.get(each.parent) ?? []), each])
  const readAll = (elements: readonly XmlElement[], parent: Theme | null, path: string): void => {
    const read = elements.map((element, at) => ({ element, id: reading.ownId(element, `${path} ${at}`) }))
    const ids = new Set(read.map(({ id }) => id))
    const siblings = own.get(parent?.id ?? null) ?? []
    const taken = new Set(siblings.filter(({ id }) => !ids.has(id)).map(({ name }) => name))
    for (const [order, { element, id }] of read.entries()) {
      const written = themeName(element.attributes.name ?? '')
      const name = freeName(written || unnamed, taken)
      if (written === '') told.repaired.add('exchange.unnamedTheme', { name })
      else if (name !== element.attributes.name)
        told.repaired.add('exchange.renamedTheme', { from: oneLine(element.attributes.name ?? ''), to: name })
      if (element.attributes.iscodable?.trim() === 'false' || element.attributes.iscodable?.trim() === '0') {
        told.unrepresented.add('exchange.notCodable')
      }
      const theme: Theme = {
        ...{ id, project, name, parent: parent?.id ?? null, order },
        colour: colourOf(element, parent, themes, reading),
        ...readThemeDescription(wordsOf(element, 'description').replaceAll('\r\n', '\n')),
        coder: reading.coderOf(creator),
        created: since,
      }
      themes.push(theme)
      readAll(childrenOf(element, 'code'), theme, `${path} ${order}`)
    }
  }
  readAll(childrenOf(codes, 'code'), null, 'code')
  return themes
}

/** A name that is no path: ` / ` parts the names of themes that lie in each other. */
export const themeName = (written: string): string =>
  ` ${oneLine(written)} `
    .replace(/\s+\/\s+/g, '/')
    .trim()
    .replace(/^\/$/, '')

function colourOf(
  { attributes }: XmlElement,
  parent: Theme | null,
  themes: readonly Theme[],
  { told }: RefiReading,
): ThemeColour {
  const read = readColour(attributes.color ?? '')
  if (read) {
    if (!read.standard) told.repaired.add('exchange.colour')
    return read.colour
  }
  if (attributes.color?.trim()) told.repaired.add('exchange.noColour', { colour: attributes.color })
  return parent?.colour ?? (PIGMENTS[themes.length % PIGMENTS.length] as Pigment)
}
