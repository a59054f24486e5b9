import { FilePlus2, Info } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useKeyNames } from '../app/keys'
import { useMessages } from '../app/language'
import { useDocumentCounts, useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import './library.css'

/** The day of an ISO date, as far as it is known. */
const dayOf = (date: string | undefined): string | undefined => date?.slice(0, 10)

/** The documents of the open project. */
export function LibraryPane({ onImport }: { readonly onImport: () => void }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const keyName = useKeyNames()
  const { document } = useSession()
  const open = useProject()
  const counts = useDocumentCounts(open?.project.id ?? '')
  const documents = open?.documents ?? []
  const facts = (each: SourceDocument): string => {
    const { source, author, date } = each.metadata
    const script = { 'zh-Hans': t('library.simplified'), 'zh-Hant': t('library.traditional') }[each.language]
    return [source ?? author, dayOf(date), script].filter((fact) => fact !== undefined).join(' · ')
  }
  return (
    <section className="pane library-pane" aria-label={t('library.label')} data-pane="library">
      <header className="pane-head">
        <h2>{t('library.title')}</h2>
        <span className="count">{documents.length}</span>
        <Button className="icon-button" aria-label={t('commands.import')} onPress={onImport}>
          <FilePlus2 size={15} aria-hidden="true" />
        </Button>
      </header>
      {open && documents.length === 0 ? (
        <p className="empty">{t('library.empty', { keys: keyName('file.import') })}</p>
      ) : (
        <VirtualRows
          items={documents}
          keyOf={(each) => each.id}
          label={t('library.label')}
          current={document}
          estimate={58}
          onOpen={(each) => dispatch({ type: 'openDocument', document: each.id })}
          onKey={(each, event) => {
            if (event.key === 'F2') dispatch({ type: 'openDialog', dialog: { kind: 'document', id: each.id } })
            else if (event.key === 'Delete') void actions.removeDocument(each.id)
          }}
        >
          {(each, current) => (
            <div className="document-row">
              <span className="document-title" lang={each.language}>
                {each.title}
              </span>
              <span className="document-facts">
                <span className="document-origin">{facts(each)}</span>
                {(counts.get(each.id) ?? 0) > 0 && (
                  <span>{t('library.highlights', { count: counts.get(each.id) ?? 0 })}</span>
                )}
              </span>
              {current && (
                <Button
                  className="icon-button document-info"
                  aria-label={t('library.about', { title: each.title })}
                  onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'document', id: each.id } })}
                >
                  <Info size={14} aria-hidden="true" />
                </Button>
              )}
            </div>
          )}
        </VirtualRows>
      )}
    </section>
  )
}
