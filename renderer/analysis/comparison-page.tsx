import { useCallback, useMemo, useState } from 'react'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { groupPath } from '#shared/queries/document-table/cells'
import { comparisonOf } from '#shared/queries/tables/comparison'
import { tableCsv } from '#shared/queries/tables/table-csv'
import { useLanguage, useMessages } from '../app/language'
import { useAnnotations } from './annotations'
import type { ChartLook } from './chart-look'
import { ChartView } from './chart-view'
import type { PlotLibrary } from './charts'
import { comparisonChart } from './comparison-chart'
import { PassageList } from './passage-list'

/** Two groups of documents side by side: how much of what is tagged in each has each theme. */
export function ComparisonPage({ annotations }: { readonly annotations: Annotations }) {
  const t = useMessages()
  const language = useLanguage()
  const { live } = useAnnotations()
  const { groups } = annotations.records
  const byId = useMemo(() => new Map(groups.map((each) => [each.id, each])), [groups])
  const [pair, setPair] = useState<readonly [string | null, string | null]>([
    groups[0]?.id ?? null,
    groups[1]?.id ?? null,
  ])
  const [at, setAt] = useState<{ readonly row: string; readonly side: 'one' | 'other' } | null>(null)
  const compared = useMemo(
    () =>
      comparisonOf(
        annotations,
        pair,
        live.map(({ theme: { id, name, query }, passages }) => ({ id, name, query, passages })),
      ),
    [annotations, pair, live],
  )
  const nameOf = useCallback(
    (id: string | null): string => {
      const group = id === null ? undefined : byId.get(id)
      return group ? groupPath(group, byId) : t('analysis.otherDocuments')
    },
    [byId, t],
  )
  const percent = useMemo(
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
    [language],
  )
  const [one, other] = [nameOf(pair[0]), nameOf(pair[1])]
  const make = useCallback(
    (plot: PlotLibrary, look: ChartLook, width: number) =>
      comparisonChart(plot, { compared, names: [one, other], look, width, percent }),
    [compared, one, other, percent],
  )
  if (groups.length === 0) return <p className="empty number-empty">{t('analysis.needsGroups')}</p>
  const found = at && compared.find(({ id }) => id === at.row)
  const largest = compared
    .slice(0, 3)
    .map((each) => `${each.name} (${percent.format(each.one.share)} / ${percent.format(each.other.share)})`)
  const choice = (side: 0 | 1) => (
    <label className="table-control">
      <span>{t(side === 0 ? 'analysis.oneGroup' : 'analysis.otherGroup')}</span>
      <select
        value={pair[side] ?? ''}
        onChange={(event) => {
          const id = event.target.value || null
          setPair(side === 0 ? [id, pair[1]] : [pair[0], id])
          setAt(null)
        }}
      >
        <option value="">{t('analysis.otherDocuments')}</option>
        {groups.map((each) => (
          <option key={each.id} value={each.id}>
            {groupPath(each, byId)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="portrait-page">
      <div className="table-controls">
        {choice(0)}
        {choice(1)}
      </div>
      {compared.length === 0 ? (
        <p className="empty number-empty">{t('analysis.noNumbers')}</p>
      ) : (
        <div className="comparison">
          <ChartView
            title={t('analysis.comparisonOf', { one, other })}
            description={t('analysis.comparisonWords', { one, other, largest: largest.join('; ') })}
            make={make}
            csv={() =>
              tableCsv({
                corner: t('themes.theme'),
                rows: compared.map(({ name }) => name),
                columns: [one, other].flatMap((name) => [
                  `${name}: ${t('analysis.measures.passages')}`,
                  `${name}: ${t('analysis.shareOfTagged')}`,
                  `${name}: ${t('analysis.coveredShare')}`,
                ]),
                values: compared.map((each) =>
                  [each.one, each.other].flatMap(({ passages, share, covered }) => [passages.length, share, covered]),
                ),
              })
            }
            onPick={({ row, column }) => setAt({ row, side: column === 'other' ? 'other' : 'one' })}
          />
          <table className="comparison-table">
            <thead>
              <tr>
                <th scope="col">{t('themes.theme')}</th>
                <th scope="col">{one}</th>
                <th scope="col">{other}</th>
              </tr>
            </thead>
            <tbody>
              {compared.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}</th>
                  {(['one', 'other'] as const).map((side) => (
                    <td key={side} data-current={(at?.row === each.id && at.side === side) || undefined}>
                      <button type="button" onClick={() => setAt({ row: each.id, side })}>
                        {percent.format(each[side].share)}
                        <span className="count">{each[side].passages.length}</span>
                      </button>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PassageList
        passages={found?.[at?.side ?? 'one'].passages ?? []}
        of={found ? `${found.name} × ${at?.side === 'other' ? other : one}` : ''}
        empty={t('analysis.chooseCell')}
      />
    </div>
  )
}
