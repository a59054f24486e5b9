import { ArrowDownWideNarrow } from 'lucide-react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { DOCUMENT_ORDERS, type DocumentOrder } from '#shared/queries/sort-documents'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'

/** In which order the documents are listed, and a new group for them. */
export function OrderMenu({
  order,
  onOrder,
}: {
  readonly order: DocumentOrder
  readonly onOrder: (order: DocumentOrder) => void
}) {
  const t = useMessages()
  const dispatch = useDispatch()
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('groups.order')}>
        <ArrowDownWideNarrow size={15} aria-hidden="true" />
      </Button>
      <Popover placement="bottom end" className="menu-popover">
        <Menu className="menu" aria-label={t('groups.order')}>
          <MenuSection
            aria-label={t('groups.order')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[order]}
            onSelectionChange={(keys) => onOrder([...keys][0] as DocumentOrder)}
          >
            {DOCUMENT_ORDERS.map((each) => (
              <MenuItem key={each} id={each}>
                {t(`groups.orders.${each}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuItem
            id="group"
            onAction={() =>
              dispatch({ type: 'openDialog', dialog: { kind: 'newDocumentGroup', parent: null, documents: [] } })
            }
          >
            {t('groups.new')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
