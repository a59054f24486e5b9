import { expose, transfer } from 'comlink'
import { locateAll } from '#shared/anchoring/locate'
import { textDiff } from '#shared/anchoring/text-diff'
import { answer } from '#shared/answer'
import { readExchange } from '#shared/exchange/index'
import type { ExportedFile } from '#shared/exporters/exporter'
import { exportProject } from '#shared/exporters/index'
import { previewExport } from '#shared/exporters/preview'
import { scoped } from '#shared/exporters/scope'
import { readFile } from '#shared/importers/index'
import { readToKeep } from '#shared/importers/read-to-keep'
import { readTable } from '#shared/importers/table/preview'
import type { Jobs } from '#shared/jobs'
import { packOriginal } from '#shared/model/original'
import { fingerprints } from '#shared/queries/fingerprints'
import { suggestSpeakers } from '#shared/queries/speakers'

/** Reads a file that the build put beside the page for the importers. */
async function support(path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`/support/${path}`, self.location.origin))
  if (!response.ok) throw new Error(`${path} was expected beside the page: ${response.status}.`)
  return new Uint8Array(await response.arrayBuffer())
}

/** How often the progress of a long file is told, in milliseconds. */
const TOLD_EVERY = 100

/** Hands on only what comes after a while: each telling is a message between threads. */
function calmly(tell: (done: number) => void): (done: number) => void {
  let last = performance.now()
  return (done) => {
    if (performance.now() - last < TOLD_EVERY) return
    last = performance.now()
    tell(done)
  }
}

/** The buffers that the files alone have; one that holds more than its file is copied. */
const buffersOf = (files: readonly ExportedFile[]): ArrayBuffer[] => [
  ...new Set(
    files.flatMap(({ bytes: { buffer, byteLength } }) =>
      buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
    ),
  ),
]

const compared = fingerprints()

const jobs: Jobs = {
  addTexts: (texts) => answer('duplicates', () => compared.add(texts)),
  findDuplicates: (documents, asked) => answer('duplicates', () => compared.duplicates(documents, asked)),
  readFile: (file, options) => answer(file.name, () => readFile(file, { ...options, support })),
  readToKeep: (file, options, onProgress) =>
    answer(file.name, () =>
      readToKeep(file, { ...options, support, ...(onProgress && { onProgress: calmly(onProgress) }) }),
    ),
  readTable: (file, options) => answer(file.name, () => readTable(file, options)),
  readExchange: (file, options) => answer(file.name, () => readExchange(file, { ...options, support })),
  packFile: (file) => answer(file.name, () => packOriginal(file.bytes)),
  exportProject: async (exporter, snapshot, scope, options, onProgress) => {
    const told = { ...options, ...(onProgress && { onProgress: calmly(onProgress) }) }
    const written = await answer(exporter, () => exportProject(exporter, scoped(snapshot, scope), told))
    // The bytes are handed over, not copied: there may be hundreds of megabytes of them.
    return written.ok ? transfer(written, buffersOf(written.value.files)) : written
  },
  previewExport: (exporter, snapshot, scope, options) =>
    answer(exporter, () => previewExport(exporter, scoped(snapshot, scope), options)),
  compare: (before, after) => answer('compare', () => textDiff(before, after)),
  locate: (passages, text) => answer('locate', () => locateAll(passages, text)),
  suggestSpeakers: (blocks) => answer('speakers', () => suggestSpeakers(blocks)),
}

expose(jobs)
