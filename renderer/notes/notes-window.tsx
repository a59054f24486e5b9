import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Dialog, Heading, Input, Modal, ModalOverlay, TextField } from 'react-aria-components'
import type { NoteId } from '#shared/model/ids'
import type { NoteSubject } from '#shared/model/note'
import { countsByKind, type ListedNote, type NoteOrder, notesWanted, searchable } from '#shared/queries/notes'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { NotePage } from './note-page'
import { NoteRow } from './note-row'
import { useListedNotes } from './use-listed-notes'
import './notes-window.css'

const KINDS: readonly NoteSubject['kind'][] = ['highlight', 'theme', 'document', 'project']

/** A note's text for search is made once, not once per key. */
const texts = new WeakMap<ListedNote, string>()
function textOf(listed: ListedNote): string {
  const text = texts.get(listed) ?? searchable(listed)
  texts.set(listed, text)
  return text
}

/** All notes of the project: found by their words, by kind, by date; one of them is open beside the list. */
export function NotesWindow({ note }: { readonly note: NoteId | null }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const notes = useListedNotes()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<NoteSubject['kind'] | null>(null)
  const [order, setOrder] = useState<NoteOrder>('latest')
  const chosenId = note
  const found = useMemo(() => notesWanted(notes ?? [], { typed, kind, order }, textOf), [notes, typed, kind, order])
  const counts = useMemo(() => countsByKind(notes ?? []), [notes])
  const all = notes?.length ?? 0
  const current = found.find((each) => each.note.id === chosenId) ?? notes?.find((each) => each.note.id === chosenId)
  const chosen = current ?? found[0] ?? null
  const choose = (id: NoteId): void => dispatch({ type: 'openDialog', dialog: { kind: 'notes', note: id } })
  const close = (): void => dispatch({ type: 'closeDialog' })
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && close()} className="sheet-overlay">
      <Modal className="notes-sheet">
        <Dialog className="notes-window">
          <header className="notes-head">
            <Heading slot="title">{t('notes.all')}</Heading>
            <span className="count" data-testid="note-count">
              {found.length === all
                ? t('notes.count', { count: all })
                : t('notes.someOf', { shown: found.length, all })}
            </span>
            <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          <section className="notes-list" aria-label={t('notes.list')}>
            <TextField aria-label={t('notes.find')} value={typed} onChange={setTyped} autoFocus className="field">
              <Input type="search" placeholder={t('notes.findPlaceholder')} />
            </TextField>
            <div className="notes-filters">
              <fieldset className="kinds">
                <legend className="visually-hidden">{t('notes.kindOf')}</legend>
                {[null, ...KINDS.filter((each) => counts[each] > 0)].map((each) => (
                  <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
                    {each === null ? t('notes.everyKind') : t(`notes.about.${each}`)}
                    <span className="count">{each === null ? all : counts[each]}</span>
                  </button>
                ))}
              </fieldset>
              <select
                aria-label={t('notes.order')}
                value={order}
                onChange={(event) => setOrder(event.target.value as NoteOrder)}
              >
                <option value="latest">{t('notes.latest')}</option>
                <option value="oldest">{t('notes.oldest')}</option>
              </select>
            </div>
            {found.length === 0 ? (
              <p className="empty">{notes && t(all === 0 ? 'notes.noneYet' : 'notes.noneFound')}</p>
            ) : (
              <VirtualRows
                items={found}
                keyOf={(each) => each.note.id}
                label={t('notes.list')}
                current={chosen?.note.id ?? null}
                estimate={92}
                onOpen={(each) => choose(each.note.id)}
              >
                {(each) => <NoteRow listed={each} />}
              </VirtualRows>
            )}
          </section>
          {chosen ? (
            <NotePage key={chosen.note.about.id} listed={chosen} />
          ) : (
            <p className="notes-none">{all > 0 && t('notes.chooseOne')}</p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
