import type { AnnotationQuery, Condition, DocumentField } from '../../model/annotation-query'
import type { DocumentId } from '../../model/ids'
import type { Passage } from '../../model/passage'
import { fold } from '../fold'
import type { AnnotatedPassage, Annotations } from './annotations'
import { compares, comparesNumber } from './compare'
import { relatedTo } from './relations'

/** The passages that a query asks for, in the order of the documents and then of the text. */
export function passagesOf(query: AnnotationQuery, annotations: Annotations): AnnotatedPassage[] {
  const found = flags(query, annotations)
  return annotations.passages.filter((_, i) => found[i])
}

/**
 * Answers a query each time anew as marks change. What was found in a document is found there again as long as neither
 * the document and its marks nor the themes, groups and attributes have changed, and is not looked for.
 */
export function followingQuery(query: AnnotationQuery): (annotations: Annotations) => ReadonlyMap<DocumentId, Found> {
  let known = new WeakMap<Found, Found>()
  let about: readonly unknown[] = []
  return (annotations) => {
    const { themes, groups, attributes, boundaries } = annotations.records
    const now = [themes, groups, attributes, boundaries]
    if (now.some((each, i) => each !== about[i])) known = new WeakMap()
    about = now
    const all = new Map<DocumentId, Found>()
    for (const { document, own } of annotations.stretches) {
      const alone = { ...annotations, passages: own, stretches: [{ document, own, from: 0, to: own.length }] }
      const found = known.get(own) ?? passagesOf(query, alone)
      known.set(own, found)
      if (found.length > 0) all.set(document.id, found)
    }
    return all
  }
}

type Found = readonly AnnotatedPassage[]

/** For each passage whether the query asks for it. */
function flags(query: AnnotationQuery, annotations: Annotations): readonly boolean[] {
  const { passages } = annotations
  switch (query.kind) {
    case 'and': {
      const all = query.all.map((each) => flags(each, annotations))
      return passages.map((_, i) => all.every((each) => each[i]))
    }
    case 'or': {
      const any = query.any.map((each) => flags(each, annotations))
      return passages.map((_, i) => any.some((each) => each[i]))
    }
    case 'not':
      return flags(query.of, annotations).map((each) => !each)
    case 'relation':
      return related(query, annotations)
    default:
      return passages.map(answers(query, annotations))
  }
}

function related(query: AnnotationQuery & { readonly kind: 'relation' }, annotations: Annotations): boolean[] {
  const { passages, stretches, records } = annotations
  const others = flags(query.to, annotations)
  return stretches.flatMap(({ document, from, to }) => {
    const own = passages.slice(from, to).map(({ highlight }) => highlight.passage)
    const boundaries = records.boundaries?.get(document.id)
    const reach = { within: query.within, unit: query.unit, boundaries }
    const isRelated = relatedTo(
      own.filter((_, i) => others[from + i]),
      query.relation,
      reach,
    )
    return own.map(isRelated)
  })
}

const quotes = new WeakMap<Passage, string>()

/** The words of a passage, folded once: a query is asked again with every letter that is typed. */
function foldedQuote(passage: Passage): string {
  const known = quotes.get(passage)
  if (known !== undefined) return known
  const folded = fold(passage.quote)
  quotes.set(passage, folded)
  return folded
}

function fieldOf({ document }: AnnotatedPassage, field: DocumentField): string | undefined {
  return field === 'title' || field === 'language' ? document[field] : document.metadata[field]
}

/** What answers a condition for each passage. */
function answers(condition: Condition, annotations: Annotations): (passage: AnnotatedPassage) => boolean {
  switch (condition.kind) {
    case 'all':
      return () => true
    case 'theme': {
      const themes = condition.below ? annotations.below(condition.theme) : new Set([condition.theme])
      return ({ taggings }) => taggings.some(({ theme }) => themes.has(theme))
    }
    case 'untagged':
      return ({ taggings }) => taggings.length === 0
    case 'document':
      return ({ document }) => document.id === condition.document
    case 'group': {
      const documents = annotations.documentsIn(condition.group)
      return ({ document }) => documents.has(document.id)
    }
    case 'attribute': {
      const { attribute, test, value } = condition
      const isDate = annotations.records.attributes.find(({ id }) => id === attribute)?.type === 'date'
      return ({ document }) => compares(document.attributes?.[attribute], test, value, isDate)
    }
    case 'field': {
      const { field, test, value } = condition
      return (passage) => compares(fieldOf(passage, field), test, value, field === 'date')
    }
    case 'coder':
      return ({ highlight, taggings }) =>
        highlight.coder === condition.coder || taggings.some(({ coder }) => coder === condition.coder)
    case 'weight': {
      const { test, value } = condition
      return ({ highlight: { weight } }) => weight !== undefined && comparesNumber(weight, test, value)
    }
    case 'star':
      return ({ highlight }) => highlight.star === true
    case 'words': {
      const words = fold(condition.words)
      return ({ highlight }) => foldedQuote(highlight.passage).includes(words)
    }
    case 'note': {
      const words = fold(condition.words)
      return ({ highlight }) => annotations.notesOf(highlight.id).some((note) => note.includes(words))
    }
  }
}
