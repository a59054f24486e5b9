import { ChevronDown, ChevronRight, MoreHorizontal } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { DocumentGroup } from '#shared/model/document-group'
import type { GroupId } from '#shared/model/ids'
import { type GroupRow, groupRows } from '#shared/queries/group-rows'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { droppedDocuments, hasDocuments } from './dragged-documents'

export interface GroupListProps {
  readonly groups: readonly DocumentGroup[]
  /** How many documents the project has. */
  readonly all: number
  /** The group whose documents are listed; null: all are. */
  readonly shown: GroupId | null
}

type Line = GroupRow | 'all'
const keyOf = (line: Line): string => (line === 'all' ? 'all' : line.group.id)

/** The groups of documents as a tree: one is chosen to see its documents, and documents are dropped on them. */
export function GroupList({ groups, all, shown }: GroupListProps) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const [folded, setFolded] = useState<ReadonlySet<GroupId>>(new Set())
  const [over, setOver] = useState<GroupId | null>(null)
  const fold = (id: GroupId, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const onKey = (line: Line, event: KeyboardEvent): void => {
    if (line === 'all') return
    const { id } = line.group
    if (event.key === 'F2') dispatch({ type: 'openDialog', dialog: { kind: 'renameDocumentGroup', id } })
    else if (event.key === 'Delete') void actions.deleteDocumentGroup(id)
    else if (event.key === 'ArrowLeft' && line.isBranch) fold(id, true)
    else if (event.key === 'ArrowRight') fold(id, false)
  }
  return (
    <div className="group-list">
      <VirtualRows<Line>
        items={['all', ...groupRows(groups, folded)]}
        keyOf={keyOf}
        label={t('groups.label')}
        current={shown ?? 'all'}
        estimate={26}
        role="treegrid"
        onOpen={(line) => dispatch({ type: 'showGroup', group: line === 'all' ? null : line.group.id })}
        onKey={onKey}
        rowAttributes={(line) =>
          line === 'all'
            ? { 'aria-level': 1 }
            : {
                'aria-level': line.level,
                ...(line.isBranch && { 'aria-expanded': !folded.has(line.group.id) }),
                ...(over === line.group.id && { className: 'row group-over' }),
                onDragOver: (event) => {
                  if (!hasDocuments(event)) return
                  event.preventDefault()
                  event.dataTransfer.dropEffect = 'copy'
                  setOver(line.group.id)
                },
                onDragLeave: () => setOver(null),
                onDrop: (event) => {
                  if (!hasDocuments(event)) return
                  event.preventDefault()
                  setOver(null)
                  void actions.putInGroup(line.group.id, droppedDocuments(event))
                },
              }
        }
      >
        {(line) =>
          line === 'all' ? (
            <div className="group-line">
              <span className="group-name">{t('groups.all')}</span>
              <span className="count">{all}</span>
            </div>
          ) : (
            <div className="group-line" style={{ paddingInlineStart: 8 + (line.level - 1) * 14 }}>
              {line.isBranch && (
                <Button
                  className="group-fold"
                  aria-label={t(folded.has(line.group.id) ? 'groups.unfold' : 'groups.fold', {
                    group: line.group.name,
                  })}
                  excludeFromTabOrder
                  onPress={() => fold(line.group.id, !folded.has(line.group.id))}
                >
                  {folded.has(line.group.id) ? (
                    <ChevronRight size={12} aria-hidden="true" />
                  ) : (
                    <ChevronDown size={12} aria-hidden="true" />
                  )}
                </Button>
              )}
              <span className="group-name">{line.group.name}</span>
              <span className="count">{line.documents.size}</span>
              <GroupMenu group={line.group} />
            </div>
          )
        }
      </VirtualRows>
    </div>
  )
}

/** What can be done with a group. */
function GroupMenu({ group }: { readonly group: DocumentGroup }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const { id } = group
  return (
    <MenuTrigger>
      <Button className="icon-button group-more" aria-label={t('groups.more', { group: group.name })}>
        <MoreHorizontal size={14} aria-hidden="true" />
      </Button>
      <Popover placement="bottom end" className="menu-popover">
        <Menu className="menu">
          <MenuItem onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'renameDocumentGroup', id } })}>
            {t('groups.rename')}
          </MenuItem>
          <MenuItem
            onAction={() =>
              dispatch({ type: 'openDialog', dialog: { kind: 'newDocumentGroup', parent: id, documents: [] } })
            }
          >
            {t('groups.below')}
          </MenuItem>
          <MenuItem onAction={() => void actions.deleteDocumentGroup(id)}>{t('groups.delete')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
