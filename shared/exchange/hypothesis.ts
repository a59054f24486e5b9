import type { SourceFile } from '../importers/importer'
import { ProblemError } from '../result'
import type { ForeignAnnotation, ForeignCoder, ForeignNote, ForeignTagging } from './annotations/annotation'
import { isObject, type Json, jsonStart, listOf, readJson, wordsOf } from './annotations/json'
import { annotationReading } from './annotations/reading'
import { annotationRecords } from './annotations/records'
import { webPlace } from './annotations/web-place'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { ONE_WAY } from './losses'
import { momentOf } from './moment'
import { oneLine } from './refi/reading'
import type { Tallies } from './refi/tally'

/** The group that everybody is in. */
const EVERYBODY = '__world__'

/**
 * Annotations of Hypothesis: the answer of its API to a search (`{ total, rows }`), what its client exports
 * (`{ export_date, annotations }`), or a list of annotations. Tags become themes, words notes; replies are further notes
 * on the passage, and their tags are given to it by who replied. Notes on a whole page are notes on the document.
 */
export const hypothesis: ExchangeReader = {
  id: 'hypothesis',
  extensions: ['json'],
  hasTexts: false,
  recognises: (file) => /"rows"\s*:|"export_userid"\s*:|"user"\s*:\s*"acct:/.test(jsonStart(file)),
  read(file, options) {
    const reading = annotationReading(file.name, options)
    const rows = rowsIn(file, reading.told)
    options.onProgress?.(0.3)
    const annotations = withReplies(rows, reading.told).flatMap(({ row, replies }) =>
      annotationOf(row, replies, reading.told),
    )
    const { documents, contents, originals, highlights, taggings, notes } = annotationRecords(annotations, reading)
    const { told } = reading
    return keeping(
      ONE_WAY,
      {
        report: {
          name: '',
          origin: 'Hypothesis',
          repaired: told.repaired.all(),
          unrepresented: told.unrepresented.all(),
          missing: told.missing.all(),
        },
        records: { coders: reading.coders(), documents, themes: reading.themes.made(), highlights, taggings, notes },
        ...{ contents, originals },
      },
      options,
    )
  },
}

/** The annotations in the file. Throws a ProblemError when it holds none that are of Hypothesis. */
function rowsIn(file: SourceFile, told: Tallies): Json[] {
  const value = readJson(file)
  const list = Array.isArray(value) ? value : isObject(value) ? (value.rows ?? value.annotations ?? [value]) : []
  const rows = listOf(list).filter(isObject)
  const sound = rows.filter(
    ({ id, uri, target }) => wordsOf(uri) !== undefined && (id !== undefined || Array.isArray(target)),
  )
  if (sound.length === 0) throw new ProblemError({ key: 'exchange.noAnnotations', params: { name: file.name } })
  told.repaired.add('exchange.leftOut', {}, rows.length - sound.length)
  const total = isObject(value) ? Number(value.total) : 0
  if (total > rows.length) told.missing.add('exchange.furtherRows', { total, rows: rows.length })
  const grouped = sound.filter(({ group }) => typeof group === 'string' && group !== EVERYBODY)
  told.unrepresented.add('exchange.groupsOfReaders', {}, grouped.length)
  return sound
}

interface Thread {
  readonly row: Json
  /** What was replied, to it or to another reply, oldest first. */
  readonly replies: readonly Json[]
}

/** Annotations with their replies. A reply to what is not in the file is told, and stands as a note on the page. */
function withReplies(rows: readonly Json[], told: Tallies): Thread[] {
  const threads = new Map<unknown, { row: Json; replies: Json[] }>()
  const replies: Json[] = []
  for (const row of rows) {
    if (listOf(row.references).length > 0) replies.push(row)
    else threads.set(row.id ?? row, { row, replies: [] })
  }
  for (const row of replies.toSorted((a, b) => (timeOf(a.created) ?? 0) - (timeOf(b.created) ?? 0))) {
    const thread = listOf(row.references)
      .map((id) => threads.get(id))
      .find((each) => each !== undefined)
    if (thread) thread.replies.push(row)
    else {
      told.missing.add('exchange.replyToMissing')
      threads.set(row.id ?? row, { row: { ...row, target: [] }, replies: [] })
    }
  }
  return [...threads.values()]
}

const timeOf = (written: unknown): number | undefined => momentOf(wordsOf(written) ?? '')

/** `acct:name@authority`, or the name that the person shows. */
function coderOf({ user, user_info }: Json): ForeignCoder | undefined {
  const iri = wordsOf(user)
  const shown = isObject(user_info) ? oneLine(wordsOf(user_info.display_name) ?? '') : ''
  const name = shown || (/^acct:([^@]+)@/.exec(iri ?? '')?.[1] ?? iri ?? '')
  return name === '' ? undefined : { name, ...(iri !== undefined && { iri }) }
}

const iriOf = ({ id }: Json): string | undefined => {
  const words = wordsOf(id)
  return words === undefined ? undefined : `https://hypothes.is/a/${words}`
}

const namesOf = ({ tags }: Json): string[] =>
  listOf(tags).flatMap((tag) => (typeof tag === 'string' && oneLine(tag) !== '' ? [oneLine(tag)] : []))

function sayingOf(row: Json, at: number): { readonly taggings: ForeignTagging[]; readonly notes: ForeignNote[] } {
  const [coder, created, updated] = [coderOf(row), timeOf(row.created), timeOf(row.updated)]
  const making = { ...(coder && { coder }), ...(created !== undefined && { created }) }
  const iri = iriOf(row)
  const text = wordsOf(row.text) ?? ''
  return {
    taggings: namesOf(row).map((name) => ({ path: name.split(' / '), ...making })),
    notes: [
      {
        ...{ text, ...making },
        ...(updated !== undefined && { modified: updated }),
        ...(iri !== undefined && { iri: `${iri} note${at === 0 ? '' : ' reply'}` }),
      },
    ],
  }
}

function annotationOf(row: Json, replies: readonly Json[], told: Tallies): ForeignAnnotation[] {
  const uri = (wordsOf(row.uri) ?? '').trim()
  const title = isObject(row.document) ? oneLine(wordsOf(listOf(row.document.title)[0]) ?? '') : ''
  const [target] = listOf(row.target).filter(isObject)
  const selectors = target ? listOf(target.selector).filter(isObject) : []
  const source = {
    iri: uri || (wordsOf(target?.source) ?? '').trim(),
    urls: [wordsOf(target?.source) ?? ''].filter((url) => url !== '' && url !== uri),
    title,
  }
  if (source.iri === '') {
    told.unrepresented.add('exchange.noTarget')
    return []
  }
  const place = selectors.length === 0 ? null : webPlace(selectors)
  // A mark on something that is no text still has its words: they are kept as a note on the document.
  if (place === undefined) told.unrepresented.add('exchange.noWords', { name: title || source.iri })
  const [coder, created] = [coderOf(row), timeOf(row.created)]
  if (row.created !== undefined && created === undefined) told.repaired.add('exchange.badDate')
  const sayings = [row, ...replies].map(sayingOf)
  return [
    {
      iri: iriOf(row) ?? `hypothesis ${source.iri} ${place?.exact ?? ''} ${wordsOf(row.created) ?? ''}`,
      ...{ source, place: place ?? null },
      ...(coder && { coder }),
      ...(created !== undefined && { created }),
      taggings: sayings.flatMap(({ taggings }) => taggings),
      notes: sayings.flatMap(({ notes }) => notes),
    },
  ]
}
