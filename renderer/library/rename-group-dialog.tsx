import { useLiveQuery } from 'dexie-react-hooks'
import type { GroupId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { NameDialog } from '../dialogs/name-dialog'

/** Asks for another name for a group of documents. */
export function RenameGroupDialog({ id }: { readonly id: GroupId }) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const project = useProject()?.project.id ?? ''
  const groups = useLiveQuery(() => store.read.documentGroups(project), [store, project])
  const group = groups?.find((each) => each.id === id)
  if (!group) return null
  return (
    <NameDialog
      title={t('groups.rename')}
      label={t('groups.name')}
      name={group.name}
      onDone={(name) => void actions.renameDocumentGroup(id, name)}
    />
  )
}
