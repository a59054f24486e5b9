import { plainText } from '../../model/document'
import { nameWithoutExtension } from '../formats'
import type { ReadDocument, ReadOptions, SourceFile } from '../importer'
import { languageOf } from '../language'
import { unlessDamaged } from '../office/damaged-part'
import type { Draft } from '../office/draft'
import { finish } from '../office/finish'
import { noteDrafts } from '../office/notes'
import { metadataOf, type WrittenProperties } from '../office/properties'
import { runningDrafts } from '../office/running'
import { child } from '../office/xml-tree'
import { Remarks } from '../remarks'
import { type OwnText, type PartText, readText } from './body'
import { commentsOf } from './comments'
import type { Context } from './context'
import { NoteCalls } from './note-calls'
import { numberingOf } from './numbering'
import { openPackage, type Package, type Part } from './package'
import { DocumentPages } from './pages'
import { stylesOf } from './styles'

/** The share of the time a document takes that goes to reading its text; the rest goes to its notes and comments. */
const READING = 0.9

/** Reads a Word document (ECMA-376). Throws a ProblemError when it is no such document, damaged, or too large. */
export function readDocx(file: SourceFile, options: ReadOptions): ReadDocument {
  const remarks = new Remarks()
  const opened = openPackage(file, remarks)
  const { main } = opened
  const context: Context = {
    styles: stylesOf(opened.tree(main.relations, 'styles')),
    numbering: numberingOf(opened.tree(main.relations, 'numbering')),
    notes: new NoteCalls(opened.tree(main.relations, 'settings'), new TextDecoder().decode(main.bytes)),
    pages: new DocumentPages(),
    remarks,
  }
  const body = readText(main, context, { isMain: true, onProgress: (done) => options.onProgress?.(READING * done) })
  const drafts = [
    ...body.drafts,
    ...notesOf(opened, context),
    ...runningDrafts(headsOf(opened, body, context), remarks),
  ]
  const { blocks, ranges, title, subtitle } = finish(drafts, context.pages.labels())
  const extended = opened.tree(main.relations, 'commentsExtended')
  const { comments, unplaced } = commentsOf(textsOf(opened, 'comments', context), ranges, extended)
  remarks.count('import.commentsWithoutPlace', unplaced)
  const properties = propertiesOf(opened)
  const metadata = metadataOf(properties, title, subtitle)
  return {
    title: metadata.title ?? nameWithoutExtension(file.name),
    metadata,
    language: languageOf(plainText(blocks), properties.language),
    format: 'docx',
    blocks,
    remarks: remarks.all(),
    ...(comments.length > 0 && { comments }),
  }
}

/** The part of this kind, when there is one and it can be read. */
function partText({ main, part }: Package, target: string | undefined, context: Context): PartText | undefined {
  const found: Part | undefined = target === undefined || target === main.place.path ? undefined : part(target)
  return found && unlessDamaged(context.remarks, () => readText(found, context, { isMain: false }))
}

const textsOf = (opened: Package, type: string, context: Context): readonly OwnText[] =>
  partText(opened, opened.main.relations.find((each) => each.type === type)?.target, context)?.texts ?? []

/** The notes that the text calls, in that order, each with the sign that calls it. */
function notesOf(opened: Package, context: Context): Draft[] {
  const called = [...context.notes.all]
  if (called.length === 0) return []
  const texts = {
    footnote: byId(textsOf(opened, 'footnotes', context)),
    endnote: byId(textsOf(opened, 'endnotes', context)),
  }
  return called.flatMap(({ kind, id, marker, page }) => noteDrafts(texts[kind].get(id)?.drafts ?? [], marker, page))
}

const byId = (texts: readonly OwnText[]): Map<string, OwnText> =>
  new Map(texts.map((text) => [text.attributes['w:id'] ?? '', text]))

/** What stands in the running heads and feet. */
function headsOf(opened: Package, { running }: PartText, context: Context): Draft[] {
  const paths = new Map(opened.main.relations.map(({ id, target }) => [id, target]))
  const targets = new Set(running.map((id) => paths.get(id)))
  return [...targets].flatMap((target) => partText(opened, target, context)?.drafts ?? [])
}

function propertiesOf(opened: Package): WrittenProperties {
  const core = opened.tree(opened.properties, 'core-properties')
  const extended = opened.tree(opened.properties, 'extended-properties')
  const said = (name: string): string | undefined => child(core, name)?.text
  return {
    title: said('dc:title'),
    author: said('dc:creator'),
    created: said('dcterms:created'),
    language: said('dc:language')?.trim() || undefined,
    keywords: [said('cp:keywords')].filter((each) => each !== undefined),
    other: {
      subject: said('dc:subject'),
      description: said('dc:description'),
      category: said('cp:category'),
      lastModifiedBy: said('cp:lastModifiedBy'),
      modified: said('dcterms:modified'),
      company: child(extended, 'ep:Company')?.text,
      application: child(extended, 'ep:Application')?.text,
    },
  }
}
