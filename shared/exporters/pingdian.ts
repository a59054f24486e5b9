import { ARCHIVE } from '../exchange/archive/layout'
import { recordsOf } from '../exchange/merging'
import { LANGUAGES } from '../messages'
import { RECORD_KINDS } from '../model/changes'
import { unpackOriginal } from '../model/original'
import { archiveWriter } from './archive-writer'
import type { Exporter, ProjectSnapshot } from './exporter'
import { fileName } from './file-name'

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
    for (const kind of RECORD_KINDS) json(`records/${kind}.json`, records[kind])
    const originals = new Map((snapshot.originals ?? []).map((original) => [original.hash, original]))
    const count = Math.max(1, snapshot.contents.length)
    for (const [at, { id, blocks, original }] of contentsOf(snapshot).entries()) {
      json(`contents/${id}.json`, { id, blocks, ...(original !== undefined && { original }) })
      options.onProgress?.((0.7 * (at + 1)) / count)
    }
    let done = 0
    for (const original of originals.values()) {
      archive.add(
        `originals/${original.hash}`,
        [unpackOriginal(original)],
        original.stored === 'plain' ? 'packed' : undefined,
      )
      done += 1
      options.onProgress?.(0.7 + (0.3 * done) / originals.size)
    }
    const { untitled } = LANGUAGES[options.language].messages.export
    return [{ name: fileName(snapshot.project.name, 'pingdian', new Set(), untitled), bytes: archive.end() }]
  },
}

const contentsOf = ({ contents }: ProjectSnapshot): ProjectSnapshot['contents'] => [
  ...new Map(contents.map((content) => [content.id, content])).values(),
]
