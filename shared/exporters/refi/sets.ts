import { LANGUAGES, type Language } from '../../messages'
import { guidOf } from './guid'
import type { Joined } from './joined'
import type { XmlWriter } from './xml'

const inOrder = <T extends { readonly order: number; readonly id: string }>(groups: readonly T[]): T[] =>
  groups.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** A set that is written: theme groups with codes, document groups with sources. */
interface WrittenSet {
  readonly guid: string
  readonly name: string
  readonly codes: readonly string[]
  readonly sources: readonly string[]
  /** Says what kind of group it is where it has no members. */
  readonly description?: string
}

const groupsOfThemes = ({ snapshot, themes }: Joined): WrittenSet[] =>
  inOrder(snapshot.groups ?? []).map(({ id, name, themes: members }) => ({
    guid: guidOf(id),
    name,
    codes: members.filter((theme) => themes.has(theme)).map(guidOf),
    sources: [],
  }))

function groupsOfDocuments({ snapshot }: Joined, language: Language): WrittenSet[] {
  const there = new Set(snapshot.documents.map(({ id }) => id))
  return inOrder(snapshot.documentGroups ?? []).map(({ id, name, documents }) => ({
    guid: guidOf(id),
    name,
    codes: [],
    sources: documents.filter((document) => there.has(document)).map(guidOf),
    description: LANGUAGES[language].messages.refi.documents,
  }))
}

/** The Sets of a project; nothing where there are none. */
export function writeSets(xml: XmlWriter, project: Joined, language: Language): void {
  write(xml, [...groupsOfThemes(project), ...groupsOfDocuments(project, language)], 'targetGUID')
}

/** The Sets of a codebook: groups of themes. Its schema names the member by another attribute than a project's. */
export function writeThemeSets(xml: XmlWriter, project: Joined): void {
  write(xml, groupsOfThemes(project), 'guid')
}

function write(xml: XmlWriter, sets: readonly WrittenSet[], member: 'targetGUID' | 'guid'): void {
  if (sets.length === 0) return
  xml.element('Sets', {}, () => {
    for (const { guid, name, codes, sources, description } of sets) {
      if (codes.length + sources.length === 0) {
        if (description === undefined) xml.element('Set', { guid, name })
        else xml.element('Set', { guid, name }, () => xml.words('Description', {}, description))
        continue
      }
      xml.element('Set', { guid, name }, () => {
        for (const each of codes) xml.element('MemberCode', { [member]: each })
        for (const each of sources) xml.element('MemberSource', { [member]: each })
      })
    }
  })
}
