import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import { cellOf, cellWords } from '#shared/queries/document-table/cells'
import type { Column } from '#shared/queries/document-table/columns'
import { fold } from '#shared/queries/fold'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { fieldOf } from './cell-field'
import type { DocumentTable } from './use-document-table'
import { useOffered } from './use-offered'

/** Where to go after a cell was written in; `all`: what was written goes into all chosen cells of its column. */
export type Onward = 'stay' | 'down' | 'right' | 'left' | 'all'

export interface CellEditorProps {
  readonly table: DocumentTable
  readonly document: SourceDocument
  readonly column: Column
  /** The accessible name of the field. */
  readonly label: string
  /** The key that began the writing; null: what the cell says is changed. */
  readonly typed: string | null
  /** How many more rows are chosen. */
  readonly several: number
  readonly onWritten: (written: string, onward: Onward) => void
  readonly onLeft: () => void
}

/** A cell while it is written in. What it cannot say is told beneath it, and the writing goes on. */
export function CellEditor({ table, document, column, label, typed, several, onWritten, onLeft }: CellEditorProps) {
  const t = useMessages()
  const actions = useActions()
  const before = cellWords(cellOf(document, column, table.facts))
  const [words, setWords] = useState(typed ?? before)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const list = useId()
  const offered = useOffered(table, column)
  const narrowed =
    words === before
      ? offered
      : offered.filter(({ words: each, name }) => fold(`${name} ${each}`).includes(fold(words.trim())))
  useEffect(() => {
    field.current?.focus()
    if (typed === null) field.current?.select()
  }, [typed])

  const finish = (written: string, onward: Onward): void => {
    if (isDone.current) return
    const cellField = fieldOf(column)
    const found = cellField && actions.whyNotWritten([{ document: document.id, field: cellField, written }])
    if (found) return setProblem(found)
    isDone.current = true
    onWritten(written, onward)
  }
  const leave = (): void => {
    isDone.current = true
    onLeft()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && offered.length > 0) {
      const count = narrowed.length
      if (count > 0) setPointed(pointed === null ? (step > 0 ? 0 : count - 1) : (pointed + step + count) % count)
      return event.preventDefault()
    }
    const chosen = pointed === null ? undefined : narrowed[pointed]?.words
    const written =
      chosen ??
      (isChoice(column) && words.trim() !== '' && narrowed.length === 1 ? (narrowed[0]?.words ?? words) : words)
    const onward: Onward | undefined =
      event.key === 'Enter'
        ? event.ctrlKey || event.metaKey
          ? 'all'
          : 'down'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'left'
            : 'right'
          : undefined
    if (onward) {
      event.preventDefault()
      finish(written, onward)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    }
  }
  return (
    <>
      <input
        ref={field}
        className="cell-field"
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        {...(offered.length > 0 && {
          role: 'combobox',
          'aria-expanded': narrowed.length > 0,
          'aria-controls': list,
          'aria-autocomplete': 'list' as const,
          ...(pointed !== null && { 'aria-activedescendant': `${list}-${pointed}` }),
        })}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setProblem(null)
          setPointed(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isDone.current) return
          if (words === before) return leave()
          // What it cannot say is told at the foot of the table.
          isDone.current = true
          onWritten(words, 'stay')
        }}
      />
      {problem || several > 0 || narrowed.length > 0 ? (
        <Popover isOpen isNonModal triggerRef={field} placement="bottom start" className="cell-popover">
          <section aria-label={label}>
            {problem && (
              <p role="alert" className="cell-problem">
                {t(problem.key, problem.params)}
              </p>
            )}
            {narrowed.length > 0 && !problem && (
              <div role="listbox" id={list} className="cell-values" aria-label={label}>
                {narrowed.map(({ words: each, name }, index) => (
                  // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
                  <div
                    key={each}
                    role="option"
                    id={`${list}-${index}`}
                    aria-selected={index === pointed}
                    onMouseDown={(event) => {
                      event.preventDefault()
                      finish(each, 'stay')
                    }}
                  >
                    {name}
                  </div>
                ))}
              </div>
            )}
            {several > 0 && !problem && <p className="quiet">{t('documents.writeAll', { count: several + 1 })}</p>}
          </section>
        </Popover>
      ) : null}
    </>
  )
}

const isChoice = ({ kind }: Column): boolean => kind === 'choice'
