import { ListTree } from 'lucide-react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { ThemeGroup } from '#shared/model/theme-group'
import type { ThemeSorting } from '#shared/queries/sort-themes'
import { useMessages } from '../app/language'

const SORTINGS: readonly ThemeSorting[] = ['hand', 'name', 'count', 'latest']

export type TreeAct =
  | 'closeAll'
  | 'openAll'
  | 'showArchived'
  | 'groups'
  | 'print'
  | 'pdf'
  | 'exportCsv'
  | 'exportMarkdown'
  | 'import'
  | 'copy'

export interface TreeMenuProps {
  readonly sorting: ThemeSorting
  readonly onSort: (sorting: ThemeSorting) => void
  readonly groups: readonly ThemeGroup[]
  /** The group that is shown alone; null: all themes. */
  readonly group: string | null
  readonly onGroup: (group: string | null) => void
  readonly archived: number
  readonly showsArchived: boolean
  readonly onAct: (what: TreeAct) => void
}

const ALL = 'all'

/** How the tree is shown, and what is done with the whole codebook. */
export function TreeMenu(props: TreeMenuProps) {
  const t = useMessages()
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('themes.tree')}>
        <ListTree size={15} aria-hidden="true" />
      </Button>
      <Popover placement="bottom end" className="menu-popover">
        <Menu className="menu" onAction={(key) => props.onAct(key as TreeAct)}>
          <MenuSection
            aria-label={t('themes.sort')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[props.sorting]}
            onSelectionChange={(keys) => props.onSort([...keys][0] as ThemeSorting)}
          >
            {SORTINGS.map((sorting) => (
              <MenuItem key={sorting} id={sorting}>
                {t(`themes.sortings.${sorting}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuItem id="closeAll">{t('themes.closeAll')}</MenuItem>
          <MenuItem id="openAll">{t('themes.openAll')}</MenuItem>
          {props.archived > 0 && (
            <MenuItem id="showArchived">
              {t(props.showsArchived ? 'themes.hideArchived' : 'themes.showArchived', { count: props.archived })}
            </MenuItem>
          )}
          {props.groups.length > 0 && <Separator />}
          {props.groups.length > 0 && (
            <MenuSection
              aria-label={t('themes.groups')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[props.group ?? ALL]}
              onSelectionChange={(keys) => {
                const key = String([...keys][0])
                props.onGroup(key === ALL ? null : key)
              }}
            >
              <MenuItem id={ALL}>{t('themes.allThemes')}</MenuItem>
              {props.groups.map(({ id, name, themes }) => (
                <MenuItem key={id} id={id}>
                  {t('themes.onlyGroup', { group: name, count: themes.length })}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {props.groups.length > 0 && <MenuItem id="groups">{t('themes.editGroups')}</MenuItem>}
          <Separator />
          <MenuItem id="print">{t('themes.print')}</MenuItem>
          <MenuItem id="pdf">{t('themes.pdf')}</MenuItem>
          <MenuItem id="exportCsv">{t('themes.exportCsv')}</MenuItem>
          <MenuItem id="exportMarkdown">{t('themes.exportMarkdown')}</MenuItem>
          <MenuItem id="import">{t('themes.import')}</MenuItem>
          <MenuItem id="copy">{t('themes.copyFrom')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
