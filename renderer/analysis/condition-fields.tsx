import { type ReactNode, useMemo } from 'react'
import { type AnnotationQuery, COMPARISONS, type Comparison } from '#shared/model/annotation-query'
import { WEIGHTS } from '#shared/model/highlight'
import { themePath } from '#shared/model/theme'
import { groupPath } from '#shared/queries/document-table/cells'
import { inTreeOrder } from '#shared/queries/tables/axis'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import type { QueryPartProps } from './query-form'

/** The fields in which a condition is filled in. */
export function ConditionFields({ query, onChange, annotations }: QueryPartProps) {
  const t = useMessages()
  const { records } = annotations
  switch (query.kind) {
    case 'theme':
      return (
        <>
          <ThemeChoice theme={query.theme} onChange={(theme) => onChange({ ...query, theme })} />
          <label className="query-check">
            <input
              type="checkbox"
              checked={query.below}
              onChange={(event) => onChange({ ...query, below: event.target.checked })}
            />
            {t('analysis.below')}
          </label>
        </>
      )
    case 'words':
    case 'note':
      return (
        <Words label={t('analysis.words')} value={query.words} onChange={(words) => onChange({ ...query, words })} />
      )
    case 'weight':
      return (
        <>
          <Test value={query.test} without="~" onChange={(test) => test !== '~' && onChange({ ...query, test })} />
          <Choice
            label={t('coding.weight')}
            value={String(query.value)}
            onChange={(value) => onChange({ ...query, value: Number(value) })}
          >
            {WEIGHTS.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Choice>
        </>
      )
    case 'coder':
      return <CoderChoice coder={query.coder} onChange={(coder) => onChange({ ...query, coder })} />
    case 'document':
      return (
        <Choice
          label={t('analysis.asked.document')}
          value={query.document}
          onChange={(document) => onChange({ ...query, document })}
        >
          {records.documents.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Choice>
      )
    case 'group':
      return <GroupChoice query={query} onChange={onChange} annotations={annotations} />
    case 'attribute':
      return (
        <>
          <Choice
            label={t('analysis.asked.attribute')}
            value={query.attribute}
            onChange={(attribute) => onChange({ ...query, attribute })}
          >
            {records.attributes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
          <Test value={query.test} onChange={(test) => onChange({ ...query, test })} />
          <Words label={t('analysis.value')} value={query.value} onChange={(value) => onChange({ ...query, value })} />
        </>
      )
    case 'field':
      return (
        <>
          <Test value={query.test} onChange={(test) => onChange({ ...query, test })} />
          <Words
            label={t('analysis.value')}
            value={query.value}
            placeholder={query.field === 'date' ? t('documents.datePlaceholder') : undefined}
            onChange={(value) => onChange({ ...query, value })}
          />
        </>
      )
    default:
      return null
  }
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

/** A list to choose from; what is chosen and is not there any more stands in it as it is. */
function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {children}
    </select>
  )
}

/** A theme of the project, as the tree has them. */
function ThemeChoice({ theme, onChange }: { readonly theme: string; readonly onChange: (theme: string) => void }) {
  const t = useMessages()
  const open = useProject()
  const themes = useMemo(() => inTreeOrder(open?.themes ?? []), [open])
  const byId = open?.themesById ?? new Map()
  return (
    <Choice label={t('themes.theme')} value={theme} onChange={onChange}>
      {!byId.has(theme) && <option value={theme}>{t('analysis.gone')}</option>}
      {themes.map((each) => (
        <option key={each.id} value={each.id}>
          {`${'\u2003'.repeat(themePath(each, byId).length - 1)}${each.name}`}
        </option>
      ))}
    </Choice>
  )
}

function CoderChoice({ coder, onChange }: { readonly coder: string; readonly onChange: (coder: string) => void }) {
  const t = useMessages()
  const open = useProject()
  return (
    <Choice label={t('analysis.asked.coder')} value={coder} onChange={onChange}>
      {(open?.coders ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Choice>
  )
}

function GroupChoice({
  query,
  onChange,
  annotations,
}: Omit<QueryPartProps, 'query'> & { readonly query: AnnotationQuery & { readonly kind: 'group' } }) {
  const t = useMessages()
  const { groups } = annotations.records
  const byId = new Map(groups.map((each) => [each.id, each]))
  return (
    <Choice label={t('analysis.asked.group')} value={query.group} onChange={(group) => onChange({ ...query, group })}>
      {groups.map((each) => (
        <option key={each.id} value={each.id}>
          {groupPath(each, byId)}
        </option>
      ))}
    </Choice>
  )
}

interface TestProps {
  readonly value: Comparison
  readonly without?: Comparison
  readonly onChange: (test: Comparison) => void
}

function Test({ value, without, onChange }: TestProps) {
  const t = useMessages()
  return (
    <Choice label={t('analysis.test')} value={value} onChange={(test) => onChange(test as Comparison)}>
      {COMPARISONS.filter((each) => each !== without).map((each) => (
        <option key={each} value={each}>
          {t(`analysis.tests.${NAMES[each]}`)}
        </option>
      ))}
    </Choice>
  )
}

const NAMES = { '=': 'is', '<': 'less', '<=': 'atMost', '>': 'more', '>=': 'atLeast', '~': 'has' } as const

interface WordsProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  readonly onChange: (value: string) => void
}

function Words({ label, value, placeholder, onChange }: WordsProps) {
  return (
    <input
      type="text"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
