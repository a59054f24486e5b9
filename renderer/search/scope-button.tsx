import { useLiveQuery } from 'dexie-react-hooks'
import { ListFilter } from 'lucide-react'
import { Button, Checkbox, Dialog, DialogTrigger, Input, Label, TextField } from 'react-aria-components'
import type { DocumentGroup } from '#shared/model/document-group'
import { ALSO, type SearchScope } from '#shared/model/saved-search'
import { themePathName } from '#shared/model/theme'
import { groupPath } from '#shared/queries/document-table/cells'
import { isLimited } from '#shared/queries/search/scope'
import { useAnnotations } from '../analysis/annotations'
import { useMessages } from '../app/language'
import { type OpenProject, useStore } from '../app/library'
import { DialogPopover } from '../dialogs/dialog-popover'

export interface ScopeButtonProps {
  readonly open: OpenProject
  readonly groups: readonly DocumentGroup[]
  readonly scope: SearchScope
  /** Only which documents, not which parts of them or what beside. */
  readonly isOfDocuments?: boolean
  readonly onChange: (scope: SearchScope) => void
}

/** The scope with other limits; what became undefined is left out. */
const limited = (scope: SearchScope, change: { readonly [K in keyof SearchScope]?: SearchScope[K] | undefined }) =>
  Object.fromEntries(Object.entries({ ...scope, ...change }).filter(([, each]) => each !== undefined)) as SearchScope

/** Where is searched: in a group, a theme, between dates, by an attribute, and in what beside the texts. */
export function ScopeButton({ open, groups, scope, isOfDocuments = false, onChange }: ScopeButtonProps) {
  const t = useMessages()
  const store = useStore()
  const { live } = useAnnotations()
  const attributes = useLiveQuery(() => store.read.attributes(open.project.id), [store, open.project.id])
  const byId = new Map(groups.map((each) => [each.id, each]))
  const change = (part: Parameters<typeof limited>[1]): void => onChange(limited(scope, part))
  const { also = [], attribute } = scope
  return (
    <DialogTrigger>
      <Button className="button quiet-button">
        <ListFilter size={14} aria-hidden="true" />
        {isLimited(scope) || also.length > 0 ? t('search.limited') : t('search.where')}
      </Button>
      <DialogPopover placement="bottom start" className="menu-popover search-popover">
        <Dialog className="search-scope" aria-label={t('search.where')}>
          <Choice label={t('search.group')} value={scope.group} onChange={(group) => change({ group })}>
            {groups.map((each) => [each.id, groupPath(each, byId)])}
          </Choice>
          {!isOfDocuments && (
            <Choice label={t('search.theme')} value={scope.theme} onChange={(theme) => change({ theme })}>
              {[
                ...open.themes.map((each) => [each.id, themePathName(each, open.themesById)] as const),
                ...live.map(({ theme }) => [theme.id, t('live.named', { theme: theme.name })] as const),
              ]}
            </Choice>
          )}
          <div className="search-pair">
            {(['from', 'until'] as const).map((end) => (
              <TextField
                key={end}
                className="field"
                value={scope[end] ?? ''}
                onChange={(date) => change({ [end]: date.trim() || undefined })}
              >
                <Label>{t(`search.${end}`)}</Label>
                <Input placeholder="2021-12" />
              </TextField>
            ))}
          </div>
          {attributes && attributes.length > 0 && (
            <div className="search-pair">
              <Choice
                label={t('search.attribute')}
                value={attribute?.id}
                onChange={(id) =>
                  change({ attribute: id === undefined ? undefined : { id, words: attribute?.words ?? '' } })
                }
              >
                {attributes.map(({ id, name }) => [id, name])}
              </Choice>
              {attribute && (
                <TextField
                  className="field"
                  value={attribute.words}
                  onChange={(words) => change({ attribute: { ...attribute, words } })}
                >
                  <Label>{t('search.attributeWords')}</Label>
                  <Input />
                </TextField>
              )}
            </div>
          )}
          {!isOfDocuments && (
            <fieldset>
              <legend className="quiet">{t('search.also')}</legend>
              {ALSO.map((each) => (
                <Checkbox
                  key={each}
                  className="check-line"
                  isSelected={also.includes(each)}
                  onChange={(on) => {
                    const next = on ? [...also, each] : also.filter((other) => other !== each)
                    change({ also: next.length > 0 ? next : undefined })
                  }}
                >
                  {t(`search.alsoIn.${each}`)}
                </Checkbox>
              ))}
            </fieldset>
          )}
          <Button className="link-button" onPress={() => onChange({})}>
            {t('search.everywhere')}
          </Button>
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly children: readonly (readonly [id: string, name: string])[]
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const t = useMessages()
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t('search.any')}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
