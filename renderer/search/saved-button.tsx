import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Input, TextField } from 'react-aria-components'
import type { SavedSearch } from '#shared/model/saved-search'
import { useActions } from '../actions/context'
import { unwrap } from '../actions/desk'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { DialogPopover } from '../dialogs/dialog-popover'
import type { SavedState } from './use-saved'
import type { SearchState } from './use-search'

export interface SavedButtonProps {
  readonly state: SearchState
  readonly kept: SavedState
}

/** The searches that are kept: the one that is shown can be kept too, and each is opened, renamed and deleted here. */
export function SavedButton({ state, kept }: SavedButtonProps) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const [isOpen, setIsOpen] = useState(false)
  const news = kept.saved.reduce((sum, { id }) => sum + (kept.fresh.get(id) ?? 0), 0)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button className="button quiet-button">
        <Bookmark size={14} aria-hidden="true" />
        {t('search.saved.label')}
        {news > 0 && <span className="search-news">{t('search.saved.news', { number: number.format(news) })}</span>}
      </Button>
      <DialogPopover placement="bottom start" className="menu-popover search-popover">
        <Dialog className="search-saved" aria-label={t('search.saved.label')}>
          <Keep state={state} kept={kept} />
          {kept.saved.length > 0 && (
            <ul aria-label={t('search.saved.label')}>
              {kept.saved.map((each) => (
                <Saved key={each.id} saved={each} kept={kept} onDone={() => setIsOpen(false)} />
              ))}
            </ul>
          )}
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}

/** Keeps what is looked for now under a name; all that it finds by now counts as looked at. */
function Keep({ state: { feed, answer, answered }, kept: { current } }: SavedButtonProps) {
  const t = useMessages()
  const actions = useActions()
  const [name, setName] = useState('')
  if (!answer || !answered) return <p className="quiet">{t('search.saved.about')}</p>
  if (current) return <p className="quiet">{t('search.saved.isKept', { search: current.name })}</p>
  const keep = async (): Promise<void> => {
    if (name.trim() === '') return
    const seen = unwrap(await feed.jobs.search.seen(answer.run))
    if ((await actions.saveSearch(name, answered, seen)) !== null) setName('')
  }
  return (
    <form
      className="search-keep"
      onSubmit={(event) => {
        event.preventDefault()
        keep().catch(actions.report)
      }}
    >
      <TextField aria-label={t('search.saved.name')} value={name} onChange={setName} className="field" autoFocus>
        <Input placeholder={t('search.saved.namePlaceholder')} />
      </TextField>
      <Button type="submit" className="button primary" isDisabled={name.trim() === ''}>
        {t('search.saved.keep')}
      </Button>
    </form>
  )
}

interface SavedProps {
  readonly saved: SavedSearch
  readonly kept: SavedState
  readonly onDone: () => void
}

/** One of them, or the field for its name. */
function Saved({ saved, kept, onDone }: SavedProps) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const dispatch = useDispatch()
  const actions = useActions()
  const { wish } = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const { id, name, exact, cased, wholeWords, scope } = saved
  const news = kept.fresh.get(id) ?? 0
  const rename = (): void => {
    if (typed?.trim()) void actions.renameSearch(id, typed)
    setTyped(null)
  }
  if (typed !== null) {
    return (
      <li>
        <form
          className="search-keep"
          onSubmit={(event) => {
            event.preventDefault()
            rename()
          }}
        >
          <TextField aria-label={t('search.saved.name')} value={typed} onChange={setTyped} className="field" autoFocus>
            <Input onBlur={rename} />
          </TextField>
        </form>
      </li>
    )
  }
  return (
    <li className="saved-search" data-current={kept.current?.id === id || undefined}>
      <Button
        className="saved-search-open"
        onPress={() => {
          dispatch({ type: 'wish', change: { ...wish, typed: saved.typed, exact, cased, wholeWords, scope } })
          onDone()
        }}
      >
        <span className="saved-search-name">{name}</span>
        <span className="quiet">{saved.typed}</span>
        {news > 0 && <span className="search-news">{t('search.saved.news', { number: number.format(news) })}</span>}
      </Button>
      <Button
        className="icon-button"
        aria-label={t('search.saved.rename', { search: name })}
        onPress={() => setTyped(name)}
      >
        <Pencil size={13} aria-hidden="true" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('search.saved.delete', { search: name })}
        onPress={() => void actions.deleteSearch(id)}
      >
        <Trash2 size={13} aria-hidden="true" />
      </Button>
    </li>
  )
}
