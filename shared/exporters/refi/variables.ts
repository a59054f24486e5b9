import { LANGUAGES, type Language } from '../../messages'
import type { Attribute } from '../../model/attribute'
import { type AttributeValue, type DocumentMetadata, METADATA_FIELDS, type SourceDocument } from '../../model/document'
import { guidFor, guidOf } from './guid'
import type { Joined } from './joined'
import type { XmlWriter } from './xml'

/** What is known about a document's origin and becomes a variable; its title is the source's name. */
export const ORIGIN_FIELDS = [...METADATA_FIELDS.filter((field) => field !== 'title'), 'language'] as const
export type OriginField = (typeof ORIGIN_FIELDS)[number]

/** The GUID of the variable for a field of the origin: the same in every project, so that it is known again. */
export const originGuid = (field: OriginField): string => guidFor('variable', field)

const TYPES = ['Text', 'Integer', 'Float', 'Date'] as const
type VariableType = (typeof TYPES)[number]

/** A variable with the values that documents have of it. */
export interface Variable {
  readonly guid: string
  readonly name: string
  readonly type: VariableType
  /** Empty where nothing is said. */
  readonly description: string
  valueIn(document: SourceDocument): AttributeValue | undefined
}

const isDay = (value: AttributeValue): boolean =>
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(String(value)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(String(value))

function typeOf(attribute: Attribute, values: readonly AttributeValue[]): VariableType {
  if (attribute.type === 'date') return values.every(isDay) ? 'Date' : 'Text'
  if (attribute.type !== 'number' || !values.every((value) => Number.isFinite(value))) return 'Text'
  return values.every((value) => Number.isInteger(value)) ? 'Integer' : 'Float'
}

/** The project's attributes, and the fields of the origin that documents have, as variables; only those in use of the latter. */
export function variablesOf({ snapshot }: Joined, language: Language): Variable[] {
  const { refi } = LANGUAGES[language].messages
  const attributes = (snapshot.attributes ?? []).toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  const own = attributes.map((attribute): Variable => {
    const valueIn = (document: SourceDocument) => document.attributes?.[attribute.id]
    const type = typeOf(
      attribute,
      snapshot.documents.flatMap((document) => valueIn(document) ?? []),
    )
    const dates = attribute.type === 'date' && type === 'Text' ? refi.dates : ''
    const description = attribute.type === 'choice' ? [refi.choices, ...(attribute.choices ?? [])].join('\n') : dates
    return { guid: guidOf(attribute.id), name: attribute.name, type, description, valueIn }
  })
  const origin = ORIGIN_FIELDS.map((field): Variable => {
    const valueIn = ({ metadata, language: of }: SourceDocument) =>
      field === 'language' ? (of === 'und' ? undefined : of) : (metadata as DocumentMetadata)[field]
    const taken = attributes.some(({ name }) => name === refi.origin[field])
    const name = taken ? `${refi.origin[field]} (Pingdian)` : refi.origin[field]
    return { guid: originGuid(field), name, type: 'Text', description: '', valueIn }
  })
  return [...own, ...origin.filter(({ valueIn }) => snapshot.documents.some((each) => valueIn(each) !== undefined))]
}

/** The Variables; nothing where there are none. */
export function writeVariables(xml: XmlWriter, variables: readonly Variable[]): void {
  if (variables.length === 0) return
  xml.element('Variables', {}, () => {
    for (const { guid, name, type, description } of variables) {
      const attributes = { guid, name, typeOfVariable: type }
      if (description === '') xml.element('Variable', attributes)
      else xml.element('Variable', attributes, () => xml.words('Description', {}, description))
    }
  })
}

/** Whether a document has a value of any of the variables. */
export const hasValues = (variables: readonly Variable[], document: SourceDocument): boolean =>
  variables.some(({ valueIn }) => valueIn(document) !== undefined)

/** The values that a document has, of its source or of its case. */
export function writeValues(xml: XmlWriter, variables: readonly Variable[], document: SourceDocument): void {
  for (const { guid, type, valueIn } of variables) {
    const value = valueIn(document)
    if (value === undefined) continue
    xml.element('VariableValue', {}, () => {
      xml.element('VariableRef', { targetGUID: guid })
      xml.words(`${type}Value`, {}, typeof value === 'number' && type !== 'Text' ? decimal(value) : String(value))
    })
  }
}

/**
 * One Case for each document that has values, with the source and the values: programs differ in whether they look for
 * the values of documents there or at the source.
 */
export function writeCases(xml: XmlWriter, { snapshot }: Joined, variables: readonly Variable[]): void {
  const documents = snapshot.documents.filter((document) => hasValues(variables, document))
  if (documents.length === 0) return
  xml.element('Cases', {}, () => {
    for (const document of documents) {
      xml.element('Case', { guid: guidFor('case', document.id), name: document.title }, () => {
        writeValues(xml, variables, document)
        xml.element('SourceRef', { targetGUID: guidOf(document.id) })
      })
    }
  })
}

/** A number without an exponent, which xsd:decimal has not, with all its digits. */
export function decimal(value: number): string {
  const [, sign = '', whole = '', part = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  if (exponent === undefined) return String(value)
  const shift = Number(exponent)
  const digits = whole + part
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${digits}`
  return sign + digits.padEnd(whole.length + shift, '0')
}
