import { ChevronDown, Trash2, X } from 'lucide-react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId, GroupId } from '#shared/model/ids'
import { groupRows } from '#shared/queries/group-rows'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'

export interface ChoiceBarProps {
  readonly chosen: readonly DocumentId[]
  readonly groups: readonly DocumentGroup[]
  /** The group whose documents are listed; null: all are. */
  readonly shown: GroupId | null
  readonly onDone: () => void
}

/** What is done with the documents that are chosen together. */
export function ChoiceBar({ chosen, groups, shown, onDone }: ChoiceBarProps) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const act = (key: React.Key): void => {
    if (key === 'new')
      dispatch({ type: 'openDialog', dialog: { kind: 'newDocumentGroup', parent: null, documents: chosen } })
    else if (key === 'out') void (shown && actions.takeOutOfGroup(shown, chosen))
    else void actions.putInGroup(String(key), chosen)
  }
  return (
    <div className="choice-bar" role="toolbar" aria-label={t('groups.withChosen')}>
      <span className="choice-count">{t('groups.chosen', { count: chosen.length })}</span>
      <MenuTrigger>
        <Button className="choice-act">
          {t('groups.into')}
          <ChevronDown size={12} aria-hidden="true" />
        </Button>
        <Popover placement="top start" className="menu-popover">
          <Menu className="menu" aria-label={t('groups.into')} onAction={act}>
            <MenuSection aria-label={t('groups.label')}>
              {groupRows(groups).map(({ group, level }) => (
                <MenuItem key={group.id} id={group.id} textValue={group.name}>
                  <span style={{ paddingInlineStart: (level - 1) * 14 }}>{group.name}</span>
                </MenuItem>
              ))}
            </MenuSection>
            {groups.length > 0 && <Separator />}
            <MenuItem id="new">{t('groups.new')}</MenuItem>
            {shown !== null && <MenuItem id="out">{t('groups.out')}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button
        className="icon-button"
        aria-label={t('groups.removeDocuments')}
        onPress={() => void actions.removeDocuments(chosen)}
      >
        <Trash2 size={13} aria-hidden="true" />
      </Button>
      <Button className="icon-button" aria-label={t('groups.chooseNone')} onPress={onDone}>
        <X size={13} aria-hidden="true" />
      </Button>
    </div>
  )
}
