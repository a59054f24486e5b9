import { isoDate } from '../importers/date'
import type { Attribute } from '../model/attribute'
import { type ChangeSet, changes, type Summary } from '../model/changes'
import type { DocumentMetadata, MetadataField, SourceDocument } from '../model/document'
import type { DocumentId } from '../model/ids'
import { ProblemError } from '../result'
import { attributeValue } from './attribute-values'
import { type DocumentUpdate, noValue, withValue } from './attributes'
import { cleanName } from './names'

/** What of a document is written in a cell: its title, its language (BCP 47), a field of its origin, or an attribute. */
export type CellField =
  | { readonly kind: 'title' }
  | { readonly kind: 'language' }
  | { readonly kind: 'metadata'; readonly field: Exclude<MetadataField, 'title'> }
  | { readonly kind: 'attribute'; readonly attribute: Attribute }

/** What one cell of the table of documents is to say. Nothing but white space takes what it said away. */
export interface WrittenCell {
  readonly document: DocumentId
  readonly field: CellField
  readonly written: string
}

/** The metadata with a field as the researcher says it; without it when nothing is said. Throws when it cannot be so. */
function withField(metadata: DocumentMetadata, field: MetadataField, written: string): DocumentMetadata {
  const words = written.trim().replace(/\s+/gu, ' ')
  if (words === (metadata[field] ?? '')) return metadata
  const { [field]: _, evidence, ...rest } = metadata
  const { [field]: __, ...others } = evidence ?? {}
  if (words === '') return Object.keys(others).length > 0 ? { ...rest, evidence: others } : rest
  const value = field === 'date' ? isoDate(words.normalize('NFKC')) : words
  if (value === undefined) throw new ProblemError({ key: 'changes.problems.notADate', params: { value: words } })
  return { ...rest, [field]: value, evidence: { ...others, [field]: { by: 'reader' } } }
}

function withCell(document: SourceDocument, { field, written }: WrittenCell): SourceDocument {
  switch (field.kind) {
    case 'title': {
      const title = cleanName(written)
      return title === document.title ? document : { ...document, title }
    }
    case 'language': {
      const language = languageTag(written)
      return language === document.language ? document : { ...document, language }
    }
    case 'metadata': {
      const metadata = withField(document.metadata, field.field, written)
      return metadata === document.metadata ? document : { ...document, metadata }
    }
    case 'attribute': {
      const { attribute } = field
      const value = attributeValue(attribute, written)
      if (value === undefined && written.trim() !== '') throw noValue(attribute, written.trim())
      return document.attributes?.[attribute.id] === value ? document : withValue(document, attribute.id, value)
    }
  }
}

/** A language in its proper form; unknown for none. Throws a ProblemError for what names no language. */
function languageTag(written: string): string {
  const words = written.trim()
  if (words === '') return 'und'
  try {
    const [tag] = Intl.getCanonicalLocales(words)
    if (tag !== undefined) return tag
  } catch {
    // It is no tag at all.
  }
  throw new ProblemError({ key: 'changes.problems.notALanguage', params: { value: words } })
}

/**
 * Writes in cells of the table of documents, in one step; a cell that is written in twice says what was written last.
 * Cells of documents that are not among `documents` are passed over.
 * Throws a ProblemError for the first cell that cannot say what is written, and then nothing is changed.
 */
export function writeCells(given: { cells: readonly WrittenCell[]; documents: readonly SourceDocument[] }): ChangeSet {
  const byId = new Map(given.documents.map((each) => [each.id, each]))
  const after = new Map<DocumentId, SourceDocument>()
  for (const cell of given.cells) {
    const document = after.get(cell.document) ?? byId.get(cell.document)
    if (document) after.set(cell.document, withCell(document, cell))
  }
  const updated = [...after.values()].flatMap((each): DocumentUpdate[] => {
    const before = byId.get(each.id)
    return before && before !== each ? [{ before, after: each }] : []
  })
  return changes(summaryOf(given.cells, updated), { updated: { documents: updated } })
}

function summaryOf(cells: readonly WrittenCell[], updated: readonly DocumentUpdate[]): Summary {
  const [first] = cells
  const isOne = cells.every((each) => each.written === first?.written && sameField(each.field, first.field))
  const count = updated.length
  if (first?.field.kind === 'attribute' && isOne) {
    const attribute = first.field.attribute.name
    const value = first.written.trim()
    return value === ''
      ? { key: 'changes.clearedValue', params: { attribute, count } }
      : { key: 'changes.setValue', params: { attribute, value, count } }
  }
  const [only] = updated
  if (!only || count > 1) return { key: 'changes.wroteCells', params: { count } }
  return first?.field.kind === 'title' && cells.length === 1
    ? { key: 'changes.renamedDocument', params: { from: only.before.title, to: only.after.title } }
    : { key: 'changes.correctedMetadata', params: { title: only.before.title } }
}

function sameField(a: CellField, b: CellField): boolean {
  if (a.kind === 'metadata') return b.kind === 'metadata' && a.field === b.field
  if (a.kind === 'attribute') return b.kind === 'attribute' && a.attribute.id === b.attribute.id
  return a.kind === b.kind
}
