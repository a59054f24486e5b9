import type { Attribute, AttributeType } from '../model/attribute'
import { type ChangeSet, changes } from '../model/changes'
import type { AttributeValue, SourceDocument } from '../model/document'
import { type AttributeId, newId, type ProjectId } from '../model/ids'
import { ProblemError } from '../result'
import { attributeValue } from './attribute-values'
import type { By } from './by'
import { cleanName } from './names'

/** A change of a document. */
export interface DocumentUpdate {
  readonly before: SourceDocument
  readonly after: SourceDocument
}

function attributeName(name: string, others: readonly Attribute[]): string {
  const clean = cleanName(name)
  if (others.some((each) => each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.attributeNameTaken', params: { name: clean } })
  }
  return clean
}

/** Each choice once, clean, in the order given. Throws a ProblemError when one is empty. */
export const cleanChoices = (choices: readonly string[]): string[] => [...new Set(choices.map(cleanName))]

/** The document with this value of the attribute, or without one. */
export function withValue(
  document: SourceDocument,
  attribute: AttributeId,
  value: AttributeValue | undefined,
): SourceDocument {
  const { attributes, ...rest } = document
  const { [attribute]: _, ...others } = attributes ?? {}
  const values = value === undefined ? others : { ...others, [attribute]: value }
  return Object.keys(values).length === 0 ? rest : { ...rest, attributes: values }
}

/**
 * Makes an attribute, as the last of the project's. Throws a ProblemError when the name is empty or another attribute
 * has it. `attributes` are all of the project.
 */
export function makeAttribute(
  given: {
    project: ProjectId
    name: string
    type: AttributeType
    choices?: readonly string[]
    attributes: readonly Attribute[]
  },
  { now }: Pick<By, 'now'>,
): { readonly changes: ChangeSet; readonly attribute: Attribute } {
  const attribute: Attribute = {
    id: newId(),
    project: given.project,
    name: attributeName(given.name, given.attributes),
    type: given.type,
    ...(given.type === 'choice' && { choices: cleanChoices(given.choices ?? []) }),
    order: given.attributes.reduce((last, { order }) => Math.max(last, order), -1) + 1,
    created: now,
  }
  const summary = { key: 'changes.madeAttribute', params: { attribute: attribute.name } } as const
  return { changes: changes(summary, { created: { attributes: [attribute] } }), attribute }
}

/** Gives an attribute another name. Throws as `makeAttribute` does; `attributes` are all of the project. */
export function renameAttribute(given: {
  attribute: Attribute
  name: string
  attributes: readonly Attribute[]
}): ChangeSet {
  const { attribute: before, attributes } = given
  const name = attributeName(
    given.name,
    attributes.filter(({ id }) => id !== before.id),
  )
  const updated = name === before.name ? [] : [{ before, after: { ...before, name } }]
  return changes(
    { key: 'changes.renamedAttribute', params: { from: before.name, to: name } },
    { updated: { attributes: updated } },
  )
}

/** Deletes an attribute with the values that these documents have; `documents` are all of the project. */
export function deleteAttribute(given: { attribute: Attribute; documents: readonly SourceDocument[] }): ChangeSet {
  const { attribute, documents } = given
  const updated = documents
    .filter(({ attributes }) => attributes?.[attribute.id] !== undefined)
    .map((before): DocumentUpdate => ({ before, after: withValue(before, attribute.id, undefined) }))
  return changes(
    { key: 'changes.deletedAttribute', params: { attribute: attribute.name, count: updated.length } },
    { deleted: { attributes: [attribute] }, updated: { documents: updated } },
  )
}

/**
 * Gives documents a value, in one step; nothing but white space takes the value away. `written` is in words: a number,
 * a date or a choice is understood as it is when documents come in.
 * Throws a ProblemError when it is no value of the attribute.
 */
export function setValues(given: {
  attribute: Attribute
  documents: readonly SourceDocument[]
  written: string
}): ChangeSet {
  const { attribute, documents, written } = given
  const value = attributeValue(attribute, written)
  const cleared = written.trim() === ''
  if (value === undefined && !cleared) throw noValue(attribute, written.trim())
  const updated = documents
    .filter(({ attributes }) => attributes?.[attribute.id] !== value)
    .map((before): DocumentUpdate => ({ before, after: withValue(before, attribute.id, value) }))
  const params = { attribute: attribute.name, count: updated.length }
  return changes(
    cleared
      ? { key: 'changes.clearedValue', params }
      : { key: 'changes.setValue', params: { ...params, value: written.trim() } },
    { updated: { documents: updated } },
  )
}

/** Why words are no value of an attribute. */
export function noValue({ name, type }: Attribute, value: string): ProblemError {
  const params = { attribute: name, value }
  if (type === 'number') return new ProblemError({ key: 'changes.problems.valueNotNumber', params })
  if (type === 'date') return new ProblemError({ key: 'changes.problems.valueNotDate', params })
  return new ProblemError({ key: 'changes.problems.valueNotChoice', params })
}
