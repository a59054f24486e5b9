import type { Attribute, AttributeType } from '../model/attribute'
import { type ChangeSet, changes, type Summary } from '../model/changes'
import type { AttributeValue, SourceDocument } from '../model/document'
import { ProblemError } from '../result'
import { attributeValue, valueWords } from './attribute-values'
import { cleanChoices, type DocumentUpdate, withValue } from './attributes'
import { cleanName } from './names'

/** A value that an attribute cannot have any more. */
export interface UnfitValue {
  readonly document: SourceDocument
  readonly value: AttributeValue
}

/** A change of what values an attribute has, with those that are lost by it: to be shown before it is stored. */
export interface Retyping {
  readonly changes: ChangeSet
  readonly unfit: readonly UnfitValue[]
}

/** The values of `documents` as values of `after`. */
function converted(
  after: Attribute,
  documents: readonly SourceDocument[],
): { updated: DocumentUpdate[]; unfit: UnfitValue[] } {
  const updated: DocumentUpdate[] = []
  const unfit: UnfitValue[] = []
  for (const document of documents) {
    const before = document.attributes?.[after.id]
    if (before === undefined) continue
    const value = attributeValue(after, valueWords(before))
    if (value === undefined) unfit.push({ document, value: before })
    if (value !== before) updated.push({ before: document, after: withValue(document, after.id, value) })
  }
  return { updated, unfit }
}

function retyping(
  before: Attribute,
  after: Attribute,
  documents: readonly SourceDocument[],
  summary: (unfit: number) => Summary,
): Retyping {
  const { updated, unfit } = converted(after, documents)
  const parts = { updated: { attributes: [{ before, after }], documents: updated } }
  return { changes: changes(summary(unfit.length), parts), unfit }
}

/**
 * Gives an attribute another type. Its values are converted (`1978` is a number, a year and a word); those that are
 * none of the new type are taken away, and are in `unfit`. A choice offers what the documents have, each value once,
 * unless it is given `choices`. `documents` are all of the project.
 */
export function retypeAttribute(given: {
  attribute: Attribute
  type: AttributeType
  choices?: readonly string[]
  documents: readonly SourceDocument[]
}): Retyping {
  const { attribute: before, type, documents } = given
  const { choices: _, ...rest } = before
  const present = documents.flatMap(({ attributes }) => attributes?.[before.id] ?? []).map(valueWords)
  const after: Attribute =
    type === 'choice'
      ? { ...rest, type, choices: cleanChoices(given.choices ?? before.choices ?? present) }
      : { ...rest, type }
  if (type === before.type && type !== 'choice') return { changes: changes(retyped(before, 0), {}), unfit: [] }
  return retyping(before, after, documents, (unfit) => retyped(before, unfit))
}

const retyped = ({ name }: Attribute, count: number): Summary =>
  count === 0
    ? { key: 'changes.retypedAttribute', params: { attribute: name } }
    : { key: 'changes.retypedAttributeUnfit', params: { attribute: name, count } }

/**
 * Changes what a choice offers, and in which order. Values that are not offered any more are taken away, and are in
 * `unfit`. Throws a ProblemError when a choice is empty.
 */
export const changeChoices = (given: {
  attribute: Attribute
  choices: readonly string[]
  documents: readonly SourceDocument[]
}): Retyping =>
  retyping(
    given.attribute,
    { ...given.attribute, choices: cleanChoices(given.choices) },
    given.documents,
    (count): Summary =>
      count === 0
        ? { key: 'changes.changedChoices', params: { attribute: given.attribute.name } }
        : { key: 'changes.changedChoicesUnfit', params: { attribute: given.attribute.name, count } },
  )

/**
 * Gives one of the values of a choice another name, in every document that has it.
 * Throws a ProblemError when the name is empty, or another value has it.
 */
export function renameChoice(given: {
  attribute: Attribute
  from: string
  to: string
  documents: readonly SourceDocument[]
}): ChangeSet {
  const { attribute: before, from, documents } = given
  const to = cleanName(given.to)
  const choices = before.choices ?? []
  const summary = { key: 'changes.renamedChoice', params: { attribute: before.name, from, to } } as const
  if (to === from) return changes(summary, {})
  if (choices.includes(to)) {
    throw new ProblemError({ key: 'changes.problems.choiceTaken', params: { attribute: before.name, value: to } })
  }
  const after = { ...before, choices: choices.map((each) => (each === from ? to : each)) }
  const updated = documents
    .filter(({ attributes }) => attributes?.[before.id] === from)
    .map((document): DocumentUpdate => ({ before: document, after: withValue(document, before.id, to) }))
  return changes(summary, { updated: { attributes: [{ before, after }], documents: updated } })
}
