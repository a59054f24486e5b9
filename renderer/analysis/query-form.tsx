import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { type AnnotationQuery, allOf, isDistant } from '#shared/model/annotation-query'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { NEAR_UNITS, type NearUnit } from '#shared/queries/search/query'
import { useMessages } from '../app/language'
import { ConditionFields } from './condition-fields'
import { ASKED, type Asked, askedOf, beginning } from './conditions'

export interface QueryPartProps {
  readonly query: AnnotationQuery
  readonly onChange: (query: AnnotationQuery) => void
  readonly annotations: Annotations
}

const joined = (join: 'and' | 'or', all: readonly AnnotationQuery[]): AnnotationQuery =>
  join === 'and' || all.length < 2 ? allOf(all) : { kind: 'or', any: all }

/** Conditions of which all or any must hold, one in a row. */
export function QueryGroup({ query, onChange, annotations }: QueryPartProps) {
  const t = useMessages()
  const [chosen, setChosen] = useState<'and' | 'or'>('and')
  const all = query.kind === 'and' ? query.all : query.kind === 'or' ? query.any : query.kind === 'all' ? [] : [query]
  const join = query.kind === 'and' || query.kind === 'or' ? query.kind : chosen
  const change = (parts: readonly AnnotationQuery[], how = join): void => onChange(joined(how, parts))
  return (
    <div className="query-group">
      {all.length > 1 && (
        <label className="query-join">
          <select
            aria-label={t('analysis.join.label')}
            value={join}
            onChange={(event) => {
              const how = event.target.value as 'and' | 'or'
              setChosen(how)
              change(all, how)
            }}
          >
            <option value="and">{t('analysis.join.and')}</option>
            <option value="or">{t('analysis.join.or')}</option>
          </select>
        </label>
      )}
      {all.length === 0 && <p className="quiet">{t('analysis.everyPassage')}</p>}
      {all.map((each, at) => (
        <QueryRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          key={at}
          query={each}
          annotations={annotations}
          onChange={(part) => change(all.map((other, i) => (i === at ? part : other)))}
          onRemove={() => change(all.filter((_, i) => i !== at))}
        />
      ))}
      <Button className="link-button query-add" onPress={() => change([...all, beginning('theme', annotations)])}>
        <Plus size={13} aria-hidden="true" />
        {t('analysis.addCondition')}
      </Button>
    </div>
  )
}

function QueryRow({ query, onChange, onRemove, annotations }: QueryPartProps & { readonly onRemove: () => void }) {
  const t = useMessages()
  const isNot = query.kind === 'not'
  const inner = isNot ? query.of : query
  const asked = askedOf(inner)
  const set = (part: AnnotationQuery): void => onChange(isNot ? { kind: 'not', of: part } : part)
  return (
    <fieldset className="query-row">
      <legend className="visually-hidden">{t('analysis.condition')}</legend>
      <div className="query-row-line">
        <select
          aria-label={t('analysis.not.label')}
          value={isNot ? 'not' : 'is'}
          onChange={(event) => onChange(event.target.value === 'not' ? { kind: 'not', of: inner } : inner)}
        >
          <option value="is">{t('analysis.not.is')}</option>
          <option value="not">{t('analysis.not.not')}</option>
        </select>
        <select
          aria-label={t('analysis.ask')}
          value={asked}
          onChange={(event) => set(beginning(event.target.value as Asked, annotations, inner))}
        >
          {Object.entries(ASKED).map(([group, kinds]) => (
            <optgroup key={group} label={t(`analysis.askGroups.${group as keyof typeof ASKED}`)}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`analysis.asked.${kind}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <ConditionFields query={inner} onChange={set} annotations={annotations} />
        {inner.kind === 'relation' && isDistant(inner.relation) && <Distance query={inner} onChange={set} />}
        <Button className="icon-button query-remove" aria-label={t('analysis.removeCondition')} onPress={onRemove}>
          <X size={14} aria-hidden="true" />
        </Button>
      </div>
      {inner.kind === 'relation' && (
        <QueryGroup query={inner.to} onChange={(to) => set({ ...inner, to })} annotations={annotations} />
      )}
      {(inner.kind === 'and' || inner.kind === 'or' || inner.kind === 'not') && (
        <QueryGroup query={inner} onChange={set} annotations={annotations} />
      )}
    </fieldset>
  )
}

type RelationQuery = AnnotationQuery & { readonly kind: 'relation' }

function Distance({
  query,
  onChange,
}: {
  readonly query: RelationQuery
  readonly onChange: (query: RelationQuery) => void
}) {
  const t = useMessages()
  return (
    <>
      <input
        type="number"
        min={0}
        max={999_999}
        aria-label={t('analysis.within')}
        value={query.within}
        onChange={(event) => {
          const within = Math.min(999_999, Math.max(0, Math.floor(event.target.valueAsNumber || 0)))
          onChange({ ...query, within })
        }}
      />
      <select
        aria-label={t('analysis.unit')}
        value={query.unit}
        onChange={(event) => onChange({ ...query, unit: event.target.value as NearUnit })}
      >
        {NEAR_UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {t(`analysis.units.${unit}`)}
          </option>
        ))}
      </select>
    </>
  )
}
