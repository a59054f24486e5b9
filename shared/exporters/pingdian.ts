import { ARCHIVE } from '../exchange/archive/layout'
import { recordsOf } from '../exchange/merging'
import { LANGUAGES } from '../messages'
import { RECORD_KINDS } from '../model/changes'
import { unpackOriginal } from '../model/original'
import { archiveWriter } from './archive-writer'
import { utf8Chunks } from './bytes'
import type { Exporter, ProjectSnapshot } from './exporter'
import { fileName } from './file-name'
import { stepsOf } from './progress'

/**
 * A project as it is, with nothing left out: a ZIP archive of JSON files and of the files that documents were read from.
 * Its layout is described in `shared/exchange/archive/layout.ts`. The same project makes the same archive but for the time.
 */
export const pingdian: Exporter = {
  id: 'pingdian',
  extension: 'pingdian',
  mediaType: ARCHIVE.mediaType,
  arranges: [],
  keepsOriginals: true,
  write(snapshot, options) {
    const archive = archiveWriter()
    const text = new TextEncoder()
    const json = (path: string, value: unknown): void => archive.add(path, [text.encode(JSON.stringify(value))])
    archive.add('mimetype', [text.encode(ARCHIVE.mediaType)], 'packed')
    json('manifest.json', {
      format: ARCHIVE.format,
      version: ARCHIVE.version,
      written: new Date(options.now).toISOString(),
    })
    const records = recordsOf(snapshot)
    const originals = new Map((snapshot.originals ?? []).map((original) => [original.hash, original]))
    const contents = contentsOf(snapshot)
    const many = RECORD_KINDS.reduce((sum, kind) => sum + records[kind].length, 0)
    const recordStep = stepsOf(options.onProgress, many, { until: 0.4 })
    for (const kind of RECORD_KINDS) {
      archive.add(`records/${kind}.json`, utf8Chunks(jsonParts(records[kind], recordStep)))
    }
    const fileStep = stepsOf(options.onProgress, contents.length + originals.size, { from: 0.4 })
    for (const { id, blocks, original } of contents) {
      json(`contents/${id}.json`, { id, blocks, ...(original !== undefined && { original }) })
      fileStep()
    }
    for (const original of originals.values()) {
      archive.add(
        `originals/${original.hash}`,
        [unpackOriginal(original)],
        original.stored === 'plain' ? 'packed' : undefined,
      )
      fileStep()
    }
    const { untitled } = LANGUAGES[options.language].messages.export
    return [{ name: fileName(snapshot.project.name, 'pingdian', new Set(), untitled), bytes: archive.end() }]
  },
}

/** An array as `JSON.stringify` writes it, record by record. */
function* jsonParts(records: readonly unknown[], onRecord: () => void): Generator<string> {
  for (const [at, record] of records.entries()) {
    yield `${at === 0 ? '[' : ','}${JSON.stringify(record)}`
    onRecord()
  }
  yield records.length === 0 ? '[]' : ']'
}

const contentsOf = ({ contents }: ProjectSnapshot): ProjectSnapshot['contents'] => [
  ...new Map(contents.map((content) => [content.id, content])).values(),
]
