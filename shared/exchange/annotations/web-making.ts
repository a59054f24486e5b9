import { momentOf } from '../moment'
import type { Tallies } from '../refi/tally'
import type { ForeignCoder } from './annotation'
import { iriOf, isObject, type Json, listOf, wordsOf } from './json'

/** Who made something: the first of those who are named. */
export function creatorOf(value: unknown): ForeignCoder | undefined {
  const [first] = listOf(value)
  const iri = iriOf(first)
  if (!isObject(first)) return iri === undefined ? undefined : { iri, name: iri }
  const name = [first.name, first['foaf:name'], first.nickname, first.label, first.email].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  ) as string | undefined
  if (name === undefined && iri === undefined) return undefined
  return { ...(iri !== undefined && { iri }), name: name ?? (iri as string) }
}

/** When something was made, and that it was made by whom, as far as it is said. */
export function makingOf(value: Json, told: Tallies) {
  const coder = creatorOf(value.creator ?? value['dcterms:creator'])
  const time = (written: unknown): number | undefined => {
    const moment = momentOf(wordsOf(written) ?? '')
    if (typeof written === 'string' && moment === undefined) told.repaired.add('exchange.badDate')
    return moment
  }
  const created = time(value.created ?? value['dcterms:created'])
  const modified = time(value.modified ?? value['dcterms:modified'])
  return {
    ...(coder && { coder }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
  }
}
