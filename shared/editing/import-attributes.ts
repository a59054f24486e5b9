import type { ReadDocument } from '../importers/importer'
import type { Attribute } from '../model/attribute'
import type { AttributeValue } from '../model/document'
import { type AttributeId, newId, type ProjectId, type Time } from '../model/ids'
import { attributeValue, guessType } from './attribute-values'

/** A value that its attribute cannot take; it is kept among what the document's source says besides. */
export interface RefusedValue {
  readonly attribute: Attribute
  readonly written: string
}

/** What a document's source says in its attributes. */
interface Taken {
  readonly values: Readonly<Record<AttributeId, AttributeValue>>
  readonly refused: readonly RefusedValue[]
}

/** The attributes that documents which come in need, and what each of the documents has in them. */
export interface ImportedAttributes {
  /** Those that the project did not have. */
  readonly made: readonly Attribute[]
  /** Choices that took up a new value. */
  readonly updated: readonly { readonly before: Attribute; readonly after: Attribute }[]
  /** For each of the documents, in their order. */
  readonly taken: readonly Taken[]
}

const clean = (name: string): string => name.trim().replace(/\s+/gu, ' ')

/** The values that each attribute is to have, by its name, in the order in which the names come up. */
function writtenValues(read: readonly ReadDocument[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const { attributes } of read) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      const [key, words] = [clean(name), value.trim()]
      if (key === '' || words === '') continue
      const values = all.get(key)
      if (values) values.push(words)
      else all.set(key, [words])
    }
  }
  return all
}

/**
 * Gives documents the values that their sources have for attributes, by name. An attribute that the project does not
 * have is made, after the others; its type is what all its values have in common (`guessType`). A choice takes up
 * values that it did not offer. `attributes` are all of the project.
 */
export function importAttributes(
  given: { project: ProjectId; read: readonly ReadDocument[]; attributes: readonly Attribute[] },
  { now }: { readonly now: Time },
): ImportedAttributes {
  const { project, read, attributes } = given
  const byName = new Map(attributes.map((each) => [each.name, each]))
  const made: Attribute[] = []
  const updated: { before: Attribute; after: Attribute }[] = []
  let order = attributes.reduce((last, each) => Math.max(last, each.order), -1)
  for (const [name, values] of writtenValues(read)) {
    const known = byName.get(name)
    if (!known) {
      order += 1
      const attribute: Attribute = { id: newId(), project, name, type: guessType(name, values), order, created: now }
      made.push(attribute)
      byName.set(name, attribute)
    } else if (known.type === 'choice') {
      const choices = [...new Set([...(known.choices ?? []), ...values])]
      if (choices.length === (known.choices ?? []).length) continue
      const after = { ...known, choices }
      updated.push({ before: known, after })
      byName.set(name, after)
    }
  }
  return { made, updated, taken: read.map((document) => taken(document, byName)) }
}

function taken({ attributes }: ReadDocument, byName: ReadonlyMap<string, Attribute>): Taken {
  const values: Record<AttributeId, AttributeValue> = {}
  const refused: RefusedValue[] = []
  for (const [name, written] of Object.entries(attributes ?? {})) {
    const attribute = byName.get(clean(name))
    if (!attribute || written.trim() === '') continue
    const value = attributeValue(attribute, written)
    if (value === undefined) refused.push({ attribute, written })
    else values[attribute.id] = value
  }
  return { values, refused }
}
