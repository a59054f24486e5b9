import { Input, Label, Text, TextField } from 'react-aria-components'
import type { MessageKey } from '#shared/messages/keys'
import type { Evidence, MetadataField, SourceDocument } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { StoredField } from './stored-field'

/** The fields of a document's origin, in the order in which they are asked for. Its title has a field of its own. */
const FIELDS = ['date', 'source', 'author', 'reporter', 'editor', 'place', 'section', 'subtitle', 'url'] as const

const FOUND = {
  'front matter': 'document.found.frontMatter',
  markup: 'document.found.markup',
  'JSON-LD': 'document.found.jsonLd',
  properties: 'document.found.properties',
  text: 'document.found.text',
  'file name': 'document.found.fileName',
  table: 'document.found.table',
  reader: 'document.found.reader',
} as const satisfies Record<Evidence['by'], MessageKey>

/** Where a field was found, with the words it was read from; nothing while it is unknown. */
export function FoundWhere({ document, field }: { readonly document: SourceDocument; readonly field: MetadataField }) {
  const t = useMessages()
  const { [field]: value, evidence } = document.metadata
  if (value === undefined) return null
  const { by, quote } = evidence?.[field] ?? {}
  const where = t(by ? FOUND[by] : 'document.found.format')
  const words = quote === undefined ? where : t('document.foundAs', { where, quote })
  return (
    <Text slot="description" className="found-where" title={quote}>
      {words}
    </Text>
  )
}

/** What is known of a document's origin: where each field was found, corrected by typing, and taken away by emptying. */
export function OriginFields({ document }: { readonly document: SourceDocument }) {
  const t = useMessages()
  const actions = useActions()
  return (
    <div className="origin-fields">
      {FIELDS.map((name) => (
        <StoredField
          key={name}
          value={document.metadata[name] ?? ''}
          store={(written) =>
            actions.writeCells([{ document: document.id, field: { kind: 'metadata', field: name }, written }])
          }
        >
          {(field) => (
            <TextField {...field} className="field">
              <Label>{t(`document.${name}`)}</Label>
              <Input placeholder={t('document.unknown')} lang={name === 'url' ? undefined : document.language} />
              <FoundWhere document={document} field={name} />
            </TextField>
          )}
        </StoredField>
      ))}
    </div>
  )
}
