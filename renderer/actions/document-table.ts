import { changeChoices, retypeAttribute } from '#shared/editing/attribute-types'
import { deleteAttribute, makeAttribute, renameAttribute } from '#shared/editing/attributes'
import { type CellField, type WrittenCell, writeCells } from '#shared/editing/document-cells'
import { addToDocumentGroup, makeDocumentGroup, removeFromDocumentGroup } from '#shared/editing/document-groups'
import type { Attribute, AttributeType } from '#shared/model/attribute'
import type { DocumentId } from '#shared/model/ids'
import { groupPath } from '#shared/queries/document-table/cells'
import { type Problem, ProblemError } from '#shared/result'
import { by, commit, type Desk, openProject, problemOf } from './desk'

export type { CellField, WrittenCell }

type Queued = <T>(work: () => Promise<T>) => Promise<T | null>

/** What is done in the table of documents. What is not stored is told, and the answer is null. */
export const documentTableActions = (desk: Desk, queued: Queued) => {
  const { store } = desk
  const documents = () => store.read.documents(openProject(desk).project.id)
  const attributes = () => store.read.attributes(openProject(desk).project.id)
  const groups = () => store.read.documentGroups(openProject(desk).project.id)
  /** The attribute as it is now: what was typed in its name may just have been stored. */
  const fresh = async ({ id, name }: Attribute): Promise<Attribute> => {
    const found = (await attributes()).find((each) => each.id === id)
    if (!found) throw new ProblemError({ key: 'store.gone', params: { id: name } })
    return found
  }
  return {
    /** Why cells cannot say what is to be written in them; null when they can. Nothing is stored. */
    whyNotWritten: (cells: readonly WrittenCell[]): Problem | null => {
      try {
        writeCells({ cells, documents: openProject(desk).documents })
        return null
      } catch (error) {
        return problemOf(error)
      }
    },
    /** How many values an attribute would lose with another kind of values, or with other choices. Nothing is stored. */
    unfitValues: (attribute: Attribute, type: AttributeType, choices: readonly string[]): number => {
      const { documents: all } = openProject(desk)
      const change =
        type === attribute.type
          ? changeChoices({ attribute, choices, documents: all })
          : retypeAttribute({ attribute, type, documents: all })
      return change.unfit.length
    },
    /** Writes in cells, in one step. */
    writeCells: (cells: readonly WrittenCell[]) =>
      queued(async () => {
        const ids = cells.map(({ document }) => document)
        const written = await store.read.someDocuments(openProject(desk).project.id, ids)
        await commit(desk, writeCells({ cells, documents: written }))
      }),
    makeAttribute: (name: string, type: AttributeType, choices: readonly string[]) =>
      queued(async () => {
        const given = { project: openProject(desk).project.id, name, type, choices, attributes: await attributes() }
        const { changes, attribute } = makeAttribute(given, by(desk))
        await commit(desk, changes)
        return attribute
      }),
    renameAttribute: (attribute: Attribute, name: string) =>
      queued(async () =>
        commit(desk, renameAttribute({ attribute: await fresh(attribute), name, attributes: await attributes() })),
      ),
    /** Another kind of values; those that do not fit are taken away. */
    retypeAttribute: (attribute: Attribute, type: AttributeType) =>
      queued(async () =>
        commit(
          desk,
          retypeAttribute({ attribute: await fresh(attribute), type, documents: await documents() }).changes,
        ),
      ),
    /** Other values to choose from; documents lose one that is not offered any more. */
    changeChoices: (attribute: Attribute, choices: readonly string[]) =>
      queued(async () =>
        commit(
          desk,
          changeChoices({ attribute: await fresh(attribute), choices, documents: await documents() }).changes,
        ),
      ),
    deleteAttribute: (attribute: Attribute) =>
      queued(async () =>
        commit(desk, deleteAttribute({ attribute: await fresh(attribute), documents: await documents() })),
      ),
    /** Adds documents to the group with this path (`广西 / 右江`); one that is not there is made, at the top. */
    addToDocumentGroup: (path: string, ids: readonly DocumentId[]) =>
      queued(async () => {
        const all = await groups()
        const byId = new Map(all.map((each) => [each.id, each]))
        const group = all.find((each) => groupPath(each, byId) === path.trim())
        const added = ids.map((id) => ({ id }))
        if (group) return commit(desk, addToDocumentGroup({ group, documents: added }))
        const given = { project: openProject(desk).project.id, name: path, parent: null, documents: added, groups: all }
        return commit(desk, makeDocumentGroup(given, by(desk)).changes)
      }),
    /** Takes documents out of the group with this path. */
    removeFromDocumentGroup: (path: string, ids: readonly DocumentId[]) =>
      queued(async () => {
        const all = await groups()
        const byId = new Map(all.map((each) => [each.id, each]))
        const group = all.find((each) => groupPath(each, byId) === path.trim())
        if (group) await commit(desk, removeFromDocumentGroup({ group, documents: ids.map((id) => ({ id })) }))
      }),
  }
}
