import type { Language } from '../../messages'
import type { Id } from '../../model/ids'
import type { Theme } from '../../model/theme'
import { ProblemError } from '../../result'
import { inkOf } from '../ink'
import { guidOf } from './guid'
import type { Joined } from './joined'
import { themeDescription } from './theme-words'
import type { XmlWriter } from './xml'

/** Themes may lie so deep in each other. Readers of XML give up at 256 elements, and people long before. */
export const MOST_LEVELS = 100

/**
 * The tree of themes as Codes, which must not be empty. `refer` writes what points from a theme to its notes.
 * Throws a ProblemError when the tree is deeper than `MOST_LEVELS`.
 */
export function writeCodes(xml: XmlWriter, project: Joined, language: Language, refer?: (theme: Id) => void): void {
  const write = (theme: Theme, level: number): void => {
    if (level > MOST_LEVELS) {
      throw new ProblemError({ key: 'export.themesTooDeep', params: { theme: theme.name, most: MOST_LEVELS } })
    }
    const attributes = { guid: guidOf(theme.id), name: theme.name, isCodable: true, color: inkOf(theme.colour) }
    const description = themeDescription(theme, language)
    const children = project.children.get(theme.id) ?? []
    if (description === '' && children.length === 0 && !(refer && project.notes.has(theme.id))) {
      xml.element('Code', attributes)
      return
    }
    xml.element('Code', attributes, () => {
      if (description !== '') xml.words('Description', {}, description)
      refer?.(theme.id)
      for (const child of children) write(child, level + 1)
    })
  }
  xml.element('Codes', {}, () => {
    for (const theme of project.children.get(null) ?? []) write(theme, 1)
  })
}
