import { FilePlus2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useKeyNames } from '../app/keys'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useSession } from '../app/session'
import { DocumentList } from './document-list'
import { GroupList } from './group-list'
import { OrderMenu } from './order-menu'
import { useListed } from './use-listed'
import './library.css'

/** The documents of the open project: its groups, and what is listed of it. */
export function LibraryPane({ onImport }: { readonly onImport: () => void }) {
  const t = useMessages()
  const keyName = useKeyNames()
  const session = useSession()
  const open = useProject()
  const listed = useListed(session.group)
  const { documents, groups, group } = listed
  const all = open?.documents.length ?? 0
  return (
    <section className="pane library-pane" aria-label={t('library.label')} data-pane="library">
      <header className="pane-head">
        <h2>{t('library.title')}</h2>
        <span className="count">{open?.isWhole && all}</span>
        <OrderMenu order={listed.order} onOrder={listed.setOrder} />
        <Button className="icon-button" aria-label={t('commands.import')} onPress={onImport}>
          <FilePlus2 size={15} aria-hidden="true" />
        </Button>
      </header>
      {open?.isWhole && groups.length > 0 && <GroupList groups={groups} all={all} shown={group} />}
      {open?.isWhole && documents.length === 0 && (
        <p className="empty">
          {group === null ? t('library.empty', { keys: keyName('file.import') }) : t('groups.empty')}
        </p>
      )}
      {open?.isWhole && documents.length > 0 && <DocumentList key={group} {...listed} />}
    </section>
  )
}
