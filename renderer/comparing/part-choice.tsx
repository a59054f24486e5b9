import type { DocumentGroup } from '#shared/model/document-group'
import type { SearchScope } from '#shared/model/saved-search'
import { groupPath } from '#shared/queries/document-table/cells'
import { useMessages } from '../app/language'
import type { OpenProject } from '../app/library'
import { ScopeButton } from '../search/scope-button'
import type { DocumentPart, OtherPart } from './document-part'

export interface PartChoiceProps<P extends OtherPart> {
  readonly label: string
  readonly open: OpenProject
  readonly groups: readonly DocumentGroup[]
  readonly part: P
  /** What is offered before the groups. */
  readonly among: readonly Exclude<P, { readonly kind: 'scope' }>['kind'][]
  readonly onChange: (part: P | DocumentPart) => void
}

/** Whether the limits are a group and nothing else, which is chosen by its name. */
const isGroup = ({ group, ...limits }: SearchScope): boolean => group !== undefined && Object.keys(limits).length === 0

/** A choice of documents: by a group's name, or by group, dates and attribute together. */
export function PartChoice<P extends OtherPart>({ label, open, groups, part, among, onChange }: PartChoiceProps<P>) {
  const t = useMessages()
  const byId = new Map(groups.map((each) => [each.id, each]))
  const scope = part.kind === 'scope' ? part.scope : null
  const value = scope === null ? part.kind : isGroup(scope) ? `group ${scope.group}` : 'scope'
  const choose = (chosen: string): void => {
    if (chosen === 'scope') onChange({ kind: 'scope', scope: {} })
    else if (chosen.startsWith('group ')) onChange({ kind: 'scope', scope: { group: chosen.slice('group '.length) } })
    else onChange({ kind: chosen } as P)
  }
  return (
    <>
      <label className="comparing-choice">
        <span className="quiet">{label}</span>
        <select value={value} onChange={(event) => choose(event.target.value)}>
          {among.map((each) => (
            <option key={each} value={each}>
              {t(`comparing.words.parts.${each}`)}
            </option>
          ))}
          {groups.map((each) => (
            <option key={each.id} value={`group ${each.id}`}>
              {groupPath(each, byId)}
            </option>
          ))}
          <option value="scope">{t('comparing.words.parts.scope')}</option>
        </select>
      </label>
      {scope !== null && !isGroup(scope) && (
        <ScopeButton
          open={open}
          groups={groups}
          scope={scope}
          isOfDocuments
          onChange={(next) => onChange({ kind: 'scope', scope: next })}
        />
      )}
    </>
  )
}
