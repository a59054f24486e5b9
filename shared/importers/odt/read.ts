import { plainText } from '../../model/document'
import { ProblemError } from '../../result'
import { nameWithoutExtension } from '../formats'
import type { ReadComment, ReadDocument, ReadOptions, SourceFile } from '../importer'
import { languageOf } from '../language'
import { commentTime } from '../office/comment-time'
import { unlessDamaged } from '../office/damaged-part'
import type { Draft } from '../office/draft'
import { finish, type Range } from '../office/finish'
import { markdownOf } from '../office/markdown'
import { noteDrafts } from '../office/notes'
import { metadataOf, type WrittenProperties } from '../office/properties'
import { runningDrafts } from '../office/running'
import { readXml } from '../office/xml'
import { child, children, xmlTree } from '../office/xml-tree'
import { Remarks } from '../remarks'
import { OFFICE_LIMITS, openZip, type Zip } from '../zip'
import { OdtBody, type OdtComment } from './body'
import { OdtPages } from './pages'
import { OdtStyles } from './styles'

/** Reads an OpenDocument text (ISO/IEC 26300). Throws a ProblemError when it is encrypted, damaged, or too large. */
export function readOdt(file: SourceFile, { onProgress }: ReadOptions): ReadDocument {
  const { name } = file
  const remarks = new Remarks()
  const zip = openZip(name, file.bytes, OFFICE_LIMITS)
  refuseEncrypted(name, zip)
  const content = zip.read('content.xml')
  if (!content) throw new ProblemError({ key: 'import.partMissing', params: { name, path: 'content.xml' } })
  const styles = new OdtStyles()
  const heads = headsOf(name, zip, styles, remarks)
  const pages = new OdtPages()
  const body = new OdtBody(styles, remarks, pages)
  readXml({ name, path: 'content.xml' }, content, body, onProgress)
  const drafts = [
    ...body.result(),
    ...body.notes.flatMap(({ drafts: note, marker, page }) => noteDrafts(note, marker, page)),
    ...runningDrafts(heads, remarks),
  ]
  const { blocks, ranges, title, subtitle } = finish(drafts, body.saysPages ? pages.labels() : undefined)
  const comments = commentsOf(body.comments, ranges)
  const properties = propertiesOf(name, zip, remarks)
  const metadata = metadataOf(properties, title, subtitle)
  return {
    title: metadata.title ?? nameWithoutExtension(name),
    metadata,
    language: languageOf(plainText(blocks), properties.language),
    format: 'odt',
    blocks,
    remarks: remarks.all(),
    ...(comments.length > 0 && { comments }),
  }
}

/** A document with a password says so in its list of parts (OpenDocument 1.3 part 2, 4.8); they are random bytes then. */
function refuseEncrypted(name: string, zip: Zip): void {
  const path = 'META-INF/manifest.xml'
  const manifest = zip.read(path)
  if (!manifest) return
  let isEncrypted = false
  readXml({ name, path }, manifest, {
    open(element) {
      if (element === 'manifest:encryption-data') isEncrypted = true
      return undefined
    },
  })
  if (isEncrypted) throw new ProblemError({ key: 'import.officePassword', params: { name } })
}

/** Reads the styles that all of the document shares. What stands at the heads and feet of its pages is given. */
function headsOf(name: string, zip: Zip, styles: OdtStyles, remarks: Remarks): readonly Draft[] {
  const path = 'styles.xml'
  const bytes = zip.read(path)
  const body = new OdtBody(styles, new Remarks(), undefined)
  if (bytes) unlessDamaged(remarks, () => readXml({ name, path }, bytes, body))
  return body.result()
}

function commentsOf(comments: readonly OdtComment[], ranges: ReadonlyMap<string, Range>): ReadComment[] {
  return comments.flatMap(({ id, parent, drafts, author, date }) => {
    const text = markdownOf(drafts)
    const range = ranges.get(parent ?? '') ?? ranges.get(id)
    if (text === '' || !range) return []
    const at = commentTime(date)
    return [{ ...range, text, ...(author.trim() !== '' && { author: author.trim() }), ...(at !== undefined && { at }) }]
  })
}

function propertiesOf(name: string, zip: Zip, remarks: Remarks): WrittenProperties {
  const path = 'meta.xml'
  const bytes = zip.read(path)
  const root = bytes && unlessDamaged(remarks, () => xmlTree({ name, path }, bytes))
  const meta = child(root, 'office:meta')
  const said = (element: string): string | undefined => child(meta, element)?.text
  return {
    title: said('dc:title'),
    author: said('meta:initial-creator') ?? said('dc:creator'),
    created: said('meta:creation-date') ?? said('dc:date'),
    language: said('dc:language')?.trim() || undefined,
    keywords: children(meta, 'meta:keyword').map(({ text }) => text),
    other: {
      subject: said('dc:subject'),
      description: said('dc:description'),
      lastModifiedBy: said('dc:creator'),
      modified: said('dc:date'),
      application: said('meta:generator'),
      ...Object.fromEntries(
        children(meta, 'meta:user-defined').map(({ attributes, text }) => [attributes['meta:name'] ?? '', text]),
      ),
    },
  }
}
