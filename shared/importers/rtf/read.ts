import { plainText } from '../../model/document'
import { nameWithoutExtension } from '../formats'
import type { ReadDocument, ReadOptions, SourceFile } from '../importer'
import { languageOf } from '../language'
import { finish } from '../office/finish'
import { noteDrafts } from '../office/notes'
import { metadataOf } from '../office/properties'
import { runningDrafts } from '../office/running'
import { Remarks } from '../remarks'
import { commentsOf } from './comments'
import { RtfReader } from './reader'
import { scanRtf } from './scan'

/**
 * Reads a document in the Rich Text Format, 1.9.1. Throws a ProblemError when its groups are nested too
 * deeply, or its paragraphs are too many.
 */
export function readRtf(file: SourceFile, { onProgress }: ReadOptions): ReadDocument {
  const remarks = new Remarks()
  const reader = new RtfReader(file.name, remarks)
  scanRtf(file.name, file.bytes, reader, onProgress)
  const body = reader.drafts()
  const notes = [...reader.notes.footnotes, ...reader.notes.endnotes]
  const { blocks, ranges, title, subtitle } = finish([
    ...body,
    ...notes.flatMap(({ drafts, marker }) => noteDrafts(drafts, marker)),
    ...runningDrafts(reader.running, remarks),
  ])
  const comments = commentsOf(reader.comments, ranges)
  const metadata = metadataOf(reader.info.written(), title, subtitle)
  return {
    title: metadata.title ?? nameWithoutExtension(file.name),
    metadata,
    language: languageOf(plainText(blocks)),
    format: 'rtf',
    blocks,
    remarks: remarks.all(),
    ...(comments.length > 0 && { comments }),
  }
}
