import {
  addToDocumentGroup,
  deleteDocumentGroup,
  makeDocumentGroup,
  removeFromDocumentGroup,
  renameDocumentGroup,
} from '#shared/editing/document-groups'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId, GroupId } from '#shared/model/ids'
import { by, commit, type Desk, openProject, type Queue } from './desk'

/** What is done with groups of documents. */
export const documentGroupActions = (desk: Desk, queued: Queue) => {
  const groups = () => desk.store.read.documentGroups(openProject(desk).project.id)
  /** Works on a group as it is now; one that is gone is passed over. */
  const on = (id: GroupId, work: (group: DocumentGroup, groups: readonly DocumentGroup[]) => Promise<void>) =>
    queued(async () => {
      const all = await groups()
      const group = all.find((each) => each.id === id)
      if (group) await work(group, all)
    })
  const these = (ids: readonly DocumentId[]) => ids.map((id) => ({ id }))
  return {
    /** Makes a group with these documents in it, below another one or at the top (null). */
    makeDocumentGroup: (name: string, parent: GroupId | null, documents: readonly DocumentId[]) =>
      queued(async () => {
        const given = { project: openProject(desk).project.id, name, parent, documents: these(documents) }
        await commit(desk, makeDocumentGroup({ ...given, groups: await groups() }, by(desk)).changes)
      }),
    renameDocumentGroup: (id: GroupId, name: string) =>
      on(id, (group, all) => commit(desk, renameDocumentGroup({ group, name, groups: all }))),
    /** Deletes a group with those below it; their documents stay. */
    deleteDocumentGroup: (id: GroupId) =>
      on(id, (group, all) => commit(desk, deleteDocumentGroup({ group, groups: all }))),
    putInGroup: (id: GroupId, documents: readonly DocumentId[]) =>
      on(id, (group) => commit(desk, addToDocumentGroup({ group, documents: these(documents) }))),
    takeOutOfGroup: (id: GroupId, documents: readonly DocumentId[]) =>
      on(id, (group) => commit(desk, removeFromDocumentGroup({ group, documents: these(documents) }))),
  }
}
