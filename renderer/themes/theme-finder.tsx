import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ThemeId } from '#shared/model/ids'
import type { Theme, ThemesById } from '#shared/model/theme'
import { KeyHint } from '../app/key-hint'
import { useMessages } from '../app/language'
import { composing } from '../app/shortcuts'
import { findThemes } from './theme-search'
import { usePinyin } from './use-pinyin'

/** How many themes are offered at once; typing finds the others. */
const MOST_OFFERED = 20

/** Last used themes that have a key of their own while nothing is typed. */
const KEYED = 9

/** How many rows Page Up and Page Down go over: as many as are seen at once. */
const PAGE = 8

/** How long nothing is typed until the row that Enter takes is told, in milliseconds; the letters are told before. */
const TELL_AFTER = 500

/** Stands for the row that makes a theme of what was typed. */
const NEW = 'new'

export interface ThemeFinderProps {
  readonly themes: readonly Theme[]
  readonly themesById: ThemesById
  readonly lastUsed: readonly ThemeId[]
  /** Themes the passage has already; choosing one of them takes it away. */
  readonly given: ReadonlySet<ThemeId>
  /** `stay`: the reader wants to give more than one. */
  readonly onChoose: (theme: ThemeId, stay: boolean) => void
  /** The reader asked for a new theme of this name, which may be a path (`a / b`). */
  readonly onMake: (name: string) => void
  /** A key with Alt, by its place on the keyboard; true when it did something. */
  readonly onAltKey: (code: string) => boolean
  /** The reader gave up: back to the text as it was. */
  readonly onBack: () => void
}

/**
 * The field in which a theme is found by typing, and what was found. The focus stays in the field; the rows are plain
 * elements, so that they stand there within the frame after the key.
 */
export function ThemeFinder(props: ThemeFinderProps) {
  const { themes, themesById, lastUsed, given } = props
  const t = useMessages()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const [isTold, setTold] = useState(false)
  const pinyin = usePinyin()
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the time anew
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), TELL_AFTER)
    return () => clearTimeout(timer)
  }, [typed])
  const name = typed.trim()
  const found = useMemo(
    () => findThemes(themes, themesById, typed, lastUsed, pinyin).slice(0, MOST_OFFERED),
    [themes, themesById, typed, lastUsed, pinyin],
  )
  const isNew = name !== '' && !found.some(({ theme }) => theme.name === name)
  const rows = [...found.map(({ theme }): string => theme.id), ...(isNew ? [NEW] : [])]
  const at = Math.max(0, active === null ? 0 : rows.indexOf(active))
  const row = rows[at]
  const rowId = row === undefined ? undefined : `${list}-${row}`
  useLayoutEffect(() => {
    if (rowId !== undefined && active !== null) document.getElementById(rowId)?.scrollIntoView({ block: 'nearest' })
  }, [rowId, active])

  const type = (words: string): void => {
    setTyped(words)
    setActive(null)
    setTold(false)
  }
  const choose = (chosen: string | undefined, stay: boolean): void => {
    if (chosen === NEW) return props.onMake(name)
    if (chosen !== undefined) props.onChoose(chosen as ThemeId, stay)
  }
  const goTo = (index: number): void => {
    setActive(rows[Math.max(0, Math.min(rows.length - 1, index))] ?? null)
    setTold(true)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isComposed = composing(event.nativeEvent)
    if (isComposed || event.key !== 'Tab') event.stopPropagation()
    if (isComposed || event.key === 'Tab') return
    const command = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') {
      event.preventDefault()
      return props.onBack()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey || found.length === 0) {
        if (name !== '') props.onMake(name)
        return
      }
      choose(row, command)
      if (row !== NEW) type('')
      return
    }
    if (event.altKey && !command) {
      if (props.onAltKey(event.code)) event.preventDefault()
      return
    }
    const to = command || event.shiftKey ? undefined : goes(event.key, at, rows.length)
    if (to !== undefined) {
      event.preventDefault()
      return goTo(to)
    }
    const digit = Number(event.key)
    if (typed === '' && !command && digit >= 1 && digit <= KEYED && event.key.length === 1) {
      const theme = found[digit - 1]?.theme.id
      if (theme) {
        event.preventDefault()
        props.onChoose(theme, false)
      }
    }
  }
  const onClick = (event: MouseEvent): void => {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-theme]') : null
    choose(clicked?.dataset.theme, false)
  }

  return (
    <>
      <div className="theme-box-field">
        <span aria-hidden="true" className="theme-box-word">
          {t('box.theme')}
        </span>
        <input
          ref={field}
          role="combobox"
          aria-label={t('box.find')}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={list}
          aria-activedescendant={isTold ? rowId : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('box.placeholder')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {rows.length === 0 && <p className="theme-box-none quiet">{t('box.none')}</p>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys */}
      <div
        id={list}
        role="listbox"
        aria-label={t('box.found')}
        className="theme-box-list"
        onPointerDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {found.map(({ theme, above }, index) => (
          <Row
            key={theme.id}
            id={`${list}-${theme.id}`}
            theme={theme.id}
            name={theme.name}
            above={above}
            given={given.has(theme.id) ? t('box.given') : ''}
            isActive={index === at}
            keys={index === 0 ? 'Enter' : typed === '' && index < KEYED ? String(index + 1) : null}
          />
        ))}
        {isNew && (
          <Row
            key={NEW}
            id={`${list}-${NEW}`}
            theme={NEW}
            name={t('box.make', { name })}
            above=""
            given=""
            isActive={at === found.length}
            keys={found.length === 0 ? 'Enter' : 'Shift+Enter'}
          />
        )}
      </div>
    </>
  )
}

/** The row to which a key goes from the row `at` of `count`; undefined for other keys. */
function goes(key: string, at: number, count: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }
  return to[key]
}

interface RowProps {
  readonly id: string
  readonly theme: string
  readonly name: string
  readonly above: string
  /** Says that the passage has the theme already; empty when it has not. */
  readonly given: string
  readonly isActive: boolean
  readonly keys: string | null
}

const Row = memo(function Row({ id, theme, name, above, given, isActive, keys }: RowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
    <div role="option" id={id} aria-selected={isActive} data-theme={theme} className="theme-box-row">
      {theme === NEW ? (
        <span className="swatch new" />
      ) : (
        <span className="swatch" style={{ background: `var(--theme-${theme})` }} />
      )}
      <span className="name">{name}</span>
      {theme !== NEW && <span className="quiet above">{above}</span>}
      {given !== '' && <span className="quiet">{given}</span>}
      {keys !== null && <KeyHint keys={keys} />}
    </div>
  )
})
