import { useMemo } from 'react'
import { Checkbox } from 'react-aria-components'
import { type ExportFormatId, narrowedBy } from '#shared/exporters/formats'
import { inTreeOrder } from '#shared/exporters/theme-order'
import type { ScopeWish } from '#shared/exporters/wish'
import type { SourceDocument } from '#shared/model/document'
import { liveColour } from '#shared/model/live-theme'
import { useAnnotations } from '../analysis/annotations'
import { useMessages } from '../app/language'
import type { OpenProject } from '../app/library'
import { ChooseList } from './choose-list'
import { Choice } from './format-settings'

export interface ScopeSettingsProps {
  readonly open: OpenProject
  /** The document on the page. */
  readonly document: SourceDocument | null
  readonly format: ExportFormatId
  readonly scope: ScopeWish
  readonly onChange: (scope: ScopeWish) => void
}

/** Which documents are taken out, and which of their passages. */
export function ScopeSettings({ open, document, format, scope, onChange }: ScopeSettingsProps) {
  const t = useMessages()
  const narrowed = narrowedBy(format)
  const documents = useMemo(
    () => open.documents.map(({ id, title }) => ({ id, name: title.trim() || t('export.untitled'), depth: 0 })),
    [open.documents, t],
  )
  const themes = useMemo(
    () =>
      inTreeOrder({ snapshot: open, themes: open.themesById }).map(({ theme, depth }) => ({
        id: theme.id,
        name: theme.name,
        depth,
        colour: theme.colour,
      })),
    [open],
  )
  const { live } = useAnnotations()
  const withLive = useMemo(() => {
    const all = live.map(({ theme }) => theme)
    return [
      ...themes,
      ...all.map((each) => ({
        id: each.id,
        name: t('live.named', { theme: each.name }),
        depth: 0,
        colour: liveColour(each),
      })),
    ]
  }, [themes, live, t])
  const of = scope.of === 'document' && !document ? 'project' : scope.of
  const isHere = scope.documents.filter((id) => open.documents.some((each) => each.id === id)).length
  return (
    <>
      {narrowed.documents && (
        <Choice
          label={t('exportDialog.scope')}
          value={of}
          options={[
            ...(document ? [['document', t('exportDialog.thisDocument', { title: document.title })] as const] : []),
            ['chosen', t('exportDialog.chosenDocuments', { count: isHere })],
            ['project', t('exportDialog.allDocuments', { count: open.documents.length })],
          ]}
          onChange={(value) => onChange({ ...scope, of: value as ScopeWish['of'] })}
        />
      )}
      {narrowed.documents && of === 'chosen' && (
        <ChooseList
          label={t('exportDialog.documents')}
          find={t('exportDialog.findDocument')}
          rows={documents}
          chosen={scope.documents}
          onChange={(chosen) => onChange({ ...scope, documents: chosen })}
        />
      )}
      {narrowed.passages && withLive.length > 0 && (
        <ChooseList
          label={scope.themes.length === 0 ? t('exportDialog.themesAll') : t('exportDialog.themesChosen')}
          find={t('exportDialog.findTheme')}
          rows={withLive}
          chosen={scope.themes}
          onChange={(chosen) => onChange({ ...scope, themes: chosen })}
        />
      )}
      {narrowed.passages && <OnlyPassages open={open} scope={scope} onChange={onChange} />}
    </>
  )
}

type OnlyProps = Pick<ScopeSettingsProps, 'open' | 'scope' | 'onChange'>

/** What passages must have. */
function OnlyPassages({ open, scope, onChange }: OnlyProps) {
  const t = useMessages()
  const without = (...keys: readonly (keyof ScopeWish)[]): ScopeWish =>
    Object.fromEntries(Object.entries(scope).filter(([key]) => !keys.includes(key as keyof ScopeWish))) as never
  const set = <K extends keyof ScopeWish>(key: K, value: ScopeWish[K] | undefined): void =>
    onChange(value === undefined ? without(key) : { ...scope, [key]: value })
  return (
    <section className="export-only" aria-label={t('exportDialog.only')}>
      <h3>{t('exportDialog.only')}</h3>
      <Checkbox
        isSelected={scope.starred ?? false}
        onChange={(on) => set('starred', on || undefined)}
        className="check-line"
      >
        {t('exportDialog.starred')}
      </Checkbox>
      <Checkbox
        isSelected={scope.noted ?? false}
        onChange={(on) => set('noted', on || undefined)}
        className="check-line"
      >
        {t('exportDialog.noted')}
      </Checkbox>
      {open.coders.length > 1 && (
        <label>
          <span>{t('exportDialog.coder')}</span>
          <select value={scope.coder ?? ''} onChange={(event) => set('coder', event.target.value || undefined)}>
            <option value="">{t('exportDialog.anyCoder')}</option>
            {open.coders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {(['from', 'until'] as const).map((end) => (
        <label key={end}>
          <span>{t(`exportDialog.${end}`)}</span>
          <input type="date" value={scope[end] ?? ''} onChange={(event) => set(end, event.target.value || undefined)} />
        </label>
      ))}
    </section>
  )
}
