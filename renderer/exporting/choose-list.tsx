import { useState } from 'react'
import { Button, Checkbox, CheckboxGroup, Input, Label, SearchField } from 'react-aria-components'
import type { Id } from '#shared/model/ids'
import type { ThemeColour } from '#shared/model/theme'
import { fold } from '#shared/queries/fold'
import { useMessages } from '../app/language'
import { cssColour } from '../themes/colours'
import { usePinyin } from '../themes/use-pinyin'

/** So many rows are drawn: of more, some are found by typing. */
const MOST_ROWS = 200

/** One that may be chosen. */
export interface ChooseRow {
  readonly id: Id
  readonly name: string
  /** How deep it lies in a tree, from 0. */
  readonly depth: number
  readonly colour?: ThemeColour
}

export interface ChooseListProps {
  readonly label: string
  /** What stands in the empty field. */
  readonly find: string
  readonly rows: readonly ChooseRow[]
  readonly chosen: readonly Id[]
  readonly onChange: (chosen: Id[]) => void
}

/** The rows whose names have what was typed, or its pinyin; while nothing is typed, all. */
function useFound(rows: readonly ChooseRow[], typed: string): readonly ChooseRow[] {
  const wanted = fold(typed.trim())
  const isLatin = /^[a-z\s']+$/.test(wanted)
  const pinyin = usePinyin(isLatin)
  if (wanted === '') return rows
  return rows.filter(({ name }) => fold(name).includes(wanted) || (isLatin && pinyin?.(name, wanted)))
}

/** Chooses some of many, found by typing. */
export function ChooseList({ label, find, rows, chosen, onChange }: ChooseListProps) {
  const t = useMessages()
  const [typed, setTyped] = useState('')
  const found = useFound(rows, typed)
  const drawn = found.slice(0, MOST_ROWS)
  const isDrawn = new Set(drawn.map(({ id }) => id))
  return (
    <CheckboxGroup
      className="choose-list"
      value={chosen.filter((id) => isDrawn.has(id))}
      onChange={(value) => onChange([...chosen.filter((id) => !isDrawn.has(id)), ...value])}
    >
      <div className="choose-head">
        <Label>{label}</Label>
        {chosen.length > 0 && (
          <Button className="link-button" onPress={() => onChange([])}>
            {t('exportDialog.chooseNone', { count: chosen.length })}
          </Button>
        )}
      </div>
      <SearchField aria-label={find} value={typed} onChange={setTyped} className="choose-find">
        <Input placeholder={find} />
      </SearchField>
      <div className="choose-rows">
        {drawn.map(({ id, name, depth, colour }) => (
          <Checkbox
            key={id}
            value={id}
            className="check-line choose-row"
            style={{ paddingInlineStart: `${8 + Math.min(depth, 6) * 14}px` }}
          >
            {colour !== undefined && <span className="swatch" style={{ background: cssColour(colour) }} />}
            <span className="choose-name">{name}</span>
          </Checkbox>
        ))}
        {found.length === 0 && <p className="quiet">{t('exportDialog.foundNone')}</p>}
        {found.length > drawn.length && (
          <p className="quiet">{t('exportDialog.foundMore', { count: found.length - drawn.length })}</p>
        )}
      </div>
    </CheckboxGroup>
  )
}
