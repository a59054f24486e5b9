import { useLiveQuery } from 'dexie-react-hooks'
import { X } from 'lucide-react'
import { Button, Input, TextField } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { Sheet } from './sheet'
import { StoredField } from './stored-field'

/** The groups of themes: their names and what is in them. */
export function GroupsDialog() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const open = useProject()
  const project = open?.project.id ?? ''
  const groups = useLiveQuery(() => store.read.themeGroups(project), [store, project]) ?? []
  return (
    <Sheet title={t('themes.groups')}>
      <div className="form">
        {groups.length === 0 && <p className="quiet">{t('themes.noGroups')}</p>}
        {groups.map((group) => (
          <section key={group.id} className="field">
            <div className="group-head">
              <StoredField value={group.name} store={(name) => actions.renameGroup(group.id, name)}>
                {(field) => (
                  <TextField {...field} aria-label={t('themes.groupName')} className="field">
                    <Input />
                  </TextField>
                )}
              </StoredField>
              <Button className="button danger" onPress={() => void actions.deleteGroup(group.id)}>
                {t('themes.deleteGroup')}
              </Button>
            </div>
            <ul className="chips">
              {group.themes.map((id) => {
                const theme = open?.themesById.get(id)
                return theme ? (
                  <li key={id} className="chip" style={{ '--colour': `var(--theme-${id})` } as React.CSSProperties}>
                    <span>{theme.name}</span>
                    <Button
                      aria-label={t('themes.removeFromGroup', { theme: theme.name, group: group.name })}
                      onPress={() => void actions.removeFromGroup(group.id, [id])}
                    >
                      <X size={12} aria-hidden="true" />
                    </Button>
                  </li>
                ) : null
              })}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  )
}
