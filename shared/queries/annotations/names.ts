import type { Attribute } from '../../model/attribute'
import type { SourceDocument } from '../../model/document'
import type { DocumentGroup } from '../../model/document-group'
import type { Id } from '../../model/ids'
import type { Coder } from '../../model/project'
import { type Theme, themePathName } from '../../model/theme'
import { groupPath } from '../document-table/cells'
import { fold } from '../fold'

/** What a query names by its id, and a line of text by its name. */
export const NAMED = ['theme', 'document', 'group', 'attribute', 'coder'] as const
export type NamedKind = (typeof NAMED)[number]

/** A record's name; of themes and groups the path from the top (`经济 / 增长`). */
export interface Named {
  readonly id: Id
  readonly name: string
}

/** The names of a project's records, by kind. */
export interface QueryNames {
  /** The record's name, where it is there and no other of its kind has the same; else undefined. */
  readonly nameOf: (kind: NamedKind, id: Id) => string | undefined
  /**
   * The record of that name: as it is written, else as it is folded; of themes and groups also the last part alone.
   * `several` where it is not one, undefined where there is none.
   */
  readonly find: (kind: NamedKind, name: string) => Id | 'several' | undefined
  readonly has: (kind: NamedKind, id: Id) => boolean
}

/** The names of these records. */
export function queryNames(all: { readonly [K in NamedKind]: readonly Named[] }): QueryNames {
  const last = (name: string): string => name.split(' / ').at(-1) ?? name
  const byId = new Map<string, string>()
  const byName = [new Map<string, Set<Id>>(), new Map<string, Set<Id>>(), new Map<string, Set<Id>>()] as const
  const add = (map: Map<string, Set<Id>>, key: string, id: Id): void => {
    const there = map.get(key)
    if (there) there.add(id)
    else map.set(key, new Set([id]))
  }
  for (const kind of NAMED) {
    for (const { id, name } of all[kind]) {
      byId.set(`${kind} ${id}`, name)
      add(byName[0], `${kind} ${name}`, id)
      add(byName[1], `${kind} ${fold(name)}`, id)
      if (kind === 'theme' || kind === 'group') add(byName[2], `${kind} ${fold(last(name))}`, id)
    }
  }
  return {
    nameOf: (kind, id) => {
      const name = byId.get(`${kind} ${id}`)
      return name !== undefined && byName[0].get(`${kind} ${name}`)?.size === 1 ? name : undefined
    },
    find: (kind, name) => {
      const wanted = [name, fold(name), fold(name)]
      for (const [i, map] of byName.entries()) {
        const found = map.get(`${kind} ${wanted[i]}`)
        if (found) return found.size === 1 ? [...found][0] : 'several'
      }
      return undefined
    },
    has: (kind, id) => byId.has(`${kind} ${id}`),
  }
}

/** The records of a project that a query can name. */
export interface NamedRecords {
  readonly themes: readonly Theme[]
  readonly documents: readonly SourceDocument[]
  readonly groups: readonly DocumentGroup[]
  readonly attributes: readonly Attribute[]
  readonly coders: readonly Coder[]
}

/** The names of a project's records. */
export function projectNames({ themes, documents, groups, attributes, coders }: NamedRecords): QueryNames {
  const themesById = new Map(themes.map((each) => [each.id, each]))
  const groupsById = new Map(groups.map((each) => [each.id, each]))
  return queryNames({
    theme: themes.map((each) => ({ id: each.id, name: themePathName(each, themesById) })),
    group: groups.map((each) => ({ id: each.id, name: groupPath(each, groupsById) })),
    document: documents.map(({ id, title }) => ({ id, name: title })),
    attribute: attributes,
    coder: coders,
  })
}
