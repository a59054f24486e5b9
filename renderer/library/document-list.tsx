import { Info } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDocumentCounts, useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { type Choice, NONE_CHOSEN, stillThere, stretched, toggled } from './choice'
import { ChoiceBar } from './choice-bar'
import { drag } from './dragged-documents'
import type { Listed } from './use-listed'

/** The day of an ISO date, as far as it is known. */
const dayOf = (date: string | undefined): string | undefined => date?.slice(0, 10)

/** The documents that are listed: one is opened, several are chosen, dragged and removed. */
export function DocumentList({ documents, groups, group }: Listed) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const { document } = useSession()
  const counts = useDocumentCounts(useProject()?.project.id ?? '')
  const [made, setMade] = useState<Choice>(NONE_CHOSEN)
  const ids = useMemo(() => documents.map(({ id }) => id), [documents])
  const choice = useMemo(() => stillThere(made, new Set(ids)), [made, ids])
  const chosen = ids.filter((id) => choice.chosen.has(id))
  const facts = (each: SourceDocument): string => {
    const { source, author, date } = each.metadata
    const script = { 'zh-Hans': t('library.simplified'), 'zh-Hant': t('library.traditional') }[each.language]
    return [source ?? author, dayOf(date), script].filter((fact) => fact !== undefined).join(' · ')
  }
  const onOpen = ({ id }: SourceDocument, event: KeyboardEvent | MouseEvent): void => {
    if (event.shiftKey) return setMade(stretched(choice, ids, id, document))
    if (event.ctrlKey || event.metaKey) return setMade(toggled(choice, id))
    setMade(NONE_CHOSEN)
    dispatch({ type: 'openDocument', document: id })
  }
  const onKey = ({ id }: SourceDocument, event: KeyboardEvent): void => {
    if (event.key === 'F2') dispatch({ type: 'openDialog', dialog: { kind: 'document', id } })
    else if (event.key === 'Delete') void actions.removeDocuments(choice.chosen.has(id) ? chosen : [id])
    else if (event.key === 'Escape') setMade(NONE_CHOSEN)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      setMade({ chosen: new Set(ids), anchor: id })
    }
  }
  return (
    <>
      <VirtualRows
        items={documents}
        keyOf={(each) => each.id}
        label={t('library.label')}
        current={document}
        estimate={58}
        isMulti
        onOpen={onOpen}
        onMove={(to, event) => event.shiftKey && setMade(stretched(choice, ids, to.id, document))}
        onKey={onKey}
        rowAttributes={({ id }) => ({
          draggable: true,
          onDragStart: (event) => drag(event, choice.chosen.has(id) ? chosen : [id]),
          ...(chosen.length > 0 && { 'aria-selected': choice.chosen.has(id) }),
          ...(choice.chosen.has(id) && { className: 'row chosen' }),
        })}
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
      {chosen.length > 0 && (
        <ChoiceBar chosen={chosen} groups={groups} shown={group} onDone={() => setMade(NONE_CHOSEN)} />
      )}
    </>
  )
}
