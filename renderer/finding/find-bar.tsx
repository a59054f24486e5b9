import { ChevronDown, ChevronUp, X } from 'lucide-react'
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button, Input, TextField, ToggleButton } from 'react-aria-components'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import type { Reader } from '../reader/reader'
import { hitFrom, hitsOf, type Wanted } from './hits'
import './find-bar.css'

export interface FindBarProps {
  /** The open document's plain text. */
  readonly text: string
  readonly reader: RefObject<Reader | null>
}

const OPTIONS = [
  { name: 'exact', label: 'finding.exact', long: 'finding.exactLong' },
  { name: 'cased', label: 'finding.case', long: 'finding.caseLong' },
  { name: 'regex', label: 'finding.expression', long: 'finding.expressionLong' },
] as const

/** A selection longer than this, or over several paragraphs, is not taken for the words to look for. */
const LONGEST_TAKEN = 100

/**
 * The line above the text that finds in it: every hit is marked while one types, the nearest is shown. The lines of the
 * text stay where they were when it comes and goes.
 */
export function FindBar({ text, reader }: FindBarProps) {
  const t = useMessages()
  const language = useLanguage()
  const dispatch = useDispatch()
  const { document, finding } = useSession()
  const { wanted, ask } = finding
  const field = useRef<HTMLInputElement>(null)
  const from = useRef({ at: 0, top: 0 })
  const [at, setAt] = useState(-1)
  const deferred = useDeferredValue(wanted)
  const { hits, stopped, problem } = useMemo(() => hitsOf(text, deferred), [text, deferred])
  const look = (change: Partial<Wanted>): void =>
    dispatch({ type: 'find', change: { wanted: { ...wanted, ...change } } })

  /** The words that were taken are not in the field yet: typing is to put others in their place. */
  const selectsSoon = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are selected as soon as they stand there
  useLayoutEffect(() => {
    if (selectsSoon.current) field.current?.select()
    selectsSoon.current = false
  }, [wanted.words])

  const begin = (takesSelection: boolean): void => {
    const selection = reader.current?.selection()
    const view = reader.current?.inView()
    const caret = reader.current?.caret() ?? 0
    const isSeen = view !== undefined && caret >= view.start && caret <= view.end
    from.current = { at: selection?.start ?? (isSeen ? caret : (view?.start ?? 0)), top: view?.start ?? 0 }
    const words = selection && takesSelection ? text.slice(selection.start, selection.end) : ''
    if (words === '' || words.length > LONGEST_TAKEN || words.includes('\n')) return
    selectsSoon.current = words !== wanted.words
    look({ words, regex: false })
  }
  const step = (by: 1 | -1): void => {
    if (hits.length === 0) return
    const next = (at + by + hits.length) % hits.length
    from.current.at = hits[next]?.start ?? 0
    setAt(next)
  }
  const close = (): void => {
    const { current } = reader
    const hit = hits[at]
    const view = current?.inView()
    const { top } = from.current
    const hasMoved = view !== undefined && (top < view.start || top > view.end)
    if (document && hasMoved) dispatch({ type: 'leave', from: { document, offset: top } })
    dispatch({ type: 'find', change: { open: false, ask: null } })
    if (hit) current?.select(hit)
    else current?.focus()
  }
  const tag = (): void => dispatch({ type: 'openDialog', dialog: { kind: 'tagHits', words: wanted.words, text, hits } })

  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const frame = reader.current?.dom.parentElement
    const height = bar.current?.offsetHeight ?? 0
    frame?.scrollBy({ top: height, behavior: 'instant' })
    return () => frame?.scrollBy({ top: -height, behavior: 'instant' })
  }, [reader])

  const isFirst = useRef(true)
  const tagsSoon = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a command is carried out once, with what is there then
  useLayoutEffect(() => {
    const opens = isFirst.current
    isFirst.current = false
    if (opens || ask?.what === 'open') begin(ask?.what === 'open')
    if (!ask) return
    if (opens || ask.what === 'open') {
      field.current?.focus()
      field.current?.select()
    }
    if (opens) {
      tagsSoon.current = ask.what === 'tag'
      if (ask.what === 'next') from.current.at = reader.current?.selection()?.end ?? from.current.at
    } else if (ask.what === 'next') step(1)
    else if (ask.what === 'previous') step(-1)
    else if (ask.what === 'tag' && hits.length > 0) tag()
    dispatch({ type: 'find', change: { ask: null } })
  }, [ask])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is found anew moves the place
  useEffect(() => {
    setAt(hitFrom(hits, from.current.at))
    if (tagsSoon.current && hits.length > 0) tag()
    tagsSoon.current = false
  }, [hits])
  useEffect(() => {
    const current = hits[at] ?? null
    reader.current?.showFound(hits, current)
    if (current) reader.current?.reveal(current)
  }, [hits, at, reader])
  useEffect(() => () => reader.current?.showFound([], null), [reader])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const number = new Intl.NumberFormat(language)
  const all = `${number.format(hits.length)}${stopped ? '+' : ''}`
  const count =
    wanted.words === ''
      ? ''
      : hits.length === 0
        ? t('finding.none')
        : t('finding.count', { at: number.format(at + 1), all })
  return (
    <search ref={bar} className="find-bar" aria-label={t('finding.label')} onKeyDownCapture={onKeyDown}>
      <TextField
        aria-label={t('finding.field')}
        className="find-field"
        value={wanted.words}
        onChange={(words) => look({ words })}
        isInvalid={problem !== null}
      >
        <Input ref={field} placeholder={t('finding.placeholder')} spellCheck={false} />
        <span className="find-count" role="status" data-none={(wanted.words !== '' && hits.length === 0) || undefined}>
          {problem ? '' : count}
        </span>
      </TextField>
      <Button
        className="icon-button"
        aria-label={t('finding.previous')}
        isDisabled={hits.length === 0}
        onPress={() => step(-1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('finding.next')}
        isDisabled={hits.length === 0}
        onPress={() => step(1)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <span className="find-options">
        {OPTIONS.map(({ name, label, long }) => (
          <ToggleButton
            key={name}
            className="find-option"
            aria-label={t(long)}
            isSelected={wanted[name]}
            onChange={(on) => look({ [name]: on })}
          >
            {t(label)}
          </ToggleButton>
        ))}
      </span>
      <Button className="link-button find-tag" isDisabled={hits.length === 0} onPress={tag}>
        {t('finding.tagAll')}
      </Button>
      <Button className="icon-button" aria-label={t('finding.close')} onPress={close}>
        <X size={15} aria-hidden="true" />
      </Button>
      {problem && (
        <p className="find-problem" role="alert">
          {t(problem.key, problem.params)}
        </p>
      )}
    </search>
  )
}
