import { ORIGIN_FIELDS, type OriginField, originGuid } from '../../exporters/refi/variables'
import { isoDate } from '../../importers/date'
import { LANGUAGES } from '../../messages'
import type { Attribute, AttributeType } from '../../model/attribute'
import type { AttributeValue } from '../../model/document'
import type { AttributeId, Id } from '../../model/ids'
import { childOf, childrenOf, wordsOf, type XmlElement } from './element'
import { freeName, oneLine, type RefiReading } from './reading'

/** What the variables say of one document. */
export interface ReadValues {
  readonly attributes: Readonly<Record<AttributeId, AttributeValue>>
  readonly origin: { readonly [F in OriginField]?: string }
}

/** The variables as attributes, and how their values are read. */
export interface ReadVariables {
  readonly attributes: readonly Attribute[]
  /** What VariableValues say; of two for one variable the first counts. */
  valuesOf(values: readonly XmlElement[]): ReadValues
}

const ORIGIN = new Map<Id, OriginField>(ORIGIN_FIELDS.map((field) => [originGuid(field), field]))
const said = (key: 'choices' | 'dates'): Set<string> =>
  new Set(Object.values(LANGUAGES).map(({ messages }) => messages.refi[key]))
const [CHOICES, DATES] = [said('choices'), said('dates')]

const TYPES: Readonly<Record<string, AttributeType>> = {
  text: 'text',
  integer: 'number',
  float: 'number',
  date: 'date',
  datetime: 'date',
  boolean: 'choice',
}

/** The Variables of a project. Those that Pingdian itself wrote for the origin of documents are no attributes. */
export function readVariables(variables: XmlElement | undefined, reading: RefiReading): ReadVariables {
  const { project, since, options, told } = reading
  const known = new Map<Id, Attribute>()
  const origin = new Map<Id, OriginField>()
  const elements = childrenOf(variables, 'variable')
  const ids = new Set(elements.map(({ attributes }) => reading.idOf(attributes.guid ?? '')))
  const taken = new Set((options.into.attributes ?? []).filter(({ id }) => !ids.has(id)).map(({ name }) => name))
  for (const [at, element] of elements.entries()) {
    const id = reading.ownId(element, `variable ${at}`)
    const field = ORIGIN.get(id)
    if (field) {
      origin.set(id, field)
      continue
    }
    const name = freeName(oneLine(element.attributes.name ?? '') || String(at + 1), taken)
    const base = { id, project, name, order: known.size, created: since }
    const written = TYPES[element.attributes.typeofvariable?.trim().toLowerCase() ?? ''] ?? 'text'
    const [first = '', ...lines] = wordsOf(element, 'description').split(/\r?\n/)
    if (CHOICES.has(first)) known.set(id, { ...base, type: 'choice', choices: lines })
    else if (written === 'choice') known.set(id, { ...base, type: 'choice', choices: ['true', 'false'] })
    else known.set(id, { ...base, type: DATES.has(first) ? 'date' : written })
    if (first !== '' && !CHOICES.has(first) && !DATES.has(first)) told.unrepresented.add('exchange.variableDescription')
  }
  return {
    attributes: [...known.values()],
    valuesOf(values) {
      const attributes: Record<AttributeId, AttributeValue> = {}
      const found: { [F in OriginField]?: string } = {}
      for (const value of values) {
        const id = reading.idOf(childOf(value, 'variableref')?.attributes.targetguid ?? '')
        const words = value.children.find(({ name }) => name.endsWith('value'))?.text
        if (words === undefined || words.trim() === '') continue
        const attribute = known.get(id)
        const field = origin.get(id)
        if (field) found[field] ??= words
        else if (!attribute) told.unrepresented.add('exchange.unknownVariable')
        else {
          const read = attributeValueOf(attribute, words)
          if (read === undefined)
            told.unrepresented.add('exchange.badValue', { attribute: attribute.name, value: words })
          else attributes[id] ??= read
        }
      }
      return { attributes, origin: found }
    },
  }
}

function attributeValueOf({ type, choices = [] }: Attribute, words: string): AttributeValue | undefined {
  const plain = words.trim()
  if (type === 'number') return Number.isFinite(Number(plain)) ? Number(plain) : undefined
  if (type === 'date') return isoDate(plain)
  if (type === 'choice') {
    const meant = plain === '1' ? 'true' : plain === '0' ? 'false' : words
    return choices.includes(words) ? words : choices.includes(meant) ? meant : undefined
  }
  return plain
}
