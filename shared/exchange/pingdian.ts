import { asciiStart } from '../importers/declared-encoding'
import type { SourceFile } from '../importers/importer'
import { ARCHIVE_LIMITS, openZip, type Zip } from '../importers/zip'
import { type ChangeParts, RECORD_KINDS } from '../model/changes'
import type { Block, DocumentContent } from '../model/document'
import { type Original, packOriginal } from '../model/original'
import { type Problem, ProblemError } from '../result'
import { areBlocks, isRecordOf } from './archive/checks'
import { withoutDangling } from './archive/dangling'
import { ARCHIVE, type RawRecords, UPGRADES } from './archive/layout'
import type { ExchangeReader } from './incoming'

/** Pingdian's own archive, of every version that was released. */
export const pingdian: ExchangeReader = {
  id: 'pingdian',
  extensions: ['pingdian'],
  recognises: ({ name, bytes }) =>
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    (/\.pingdian$/i.test(name) || asciiStart(bytes, 120).includes(ARCHIVE.mediaType)),
  read(file, { into, onProgress }) {
    const zip = openZip(file.name, file.bytes, ARCHIVE_LIMITS)
    const project = into.project.id
    const raw = recordsIn(zip, file)
    const contents: DocumentContent[] = []
    const originals: Original[] = []
    const repaired: Problem[] = []
    const paths = [...zip.entries.keys()]
    for (const [at, path] of paths.entries()) {
      if (/^contents\/[^/]+\.json$/.test(path)) contents.push({ ...contentIn(zip, path, file), project })
      if (/^originals\/[0-9a-f]{64}$/.test(path)) {
        const original = packOriginal(zip.read(path) as Uint8Array)
        if (path.endsWith(original.hash)) originals.push(original)
        else repaired.push({ key: 'exchange.otherOriginal', params: { name: path } })
      }
      if (at % 64 === 0) onProgress?.(at / paths.length)
    }
    const wrong = RECORD_KINDS.flatMap((kind) => (raw[kind] ?? []).filter((record) => !isRecordOf(kind, record)))
    const checked = Object.fromEntries(
      RECORD_KINDS.map((kind) => [
        kind,
        (raw[kind] ?? [])
          .filter((record) => isRecordOf(kind, record))
          .map((record) => ({ ...(record as object), project })),
      ]),
    ) as NonNullable<ChangeParts['created']>
    const [own] = (raw.projects ?? []).filter((record) => isRecordOf('projects', record)) as unknown as readonly {
      readonly name: string
      readonly created: number
    }[]
    const { projects: _, ...parts } = checked
    const notes = parts.notes?.map((note) =>
      note.about.kind === 'project' ? { ...note, about: { ...note.about, id: project } } : note,
    )
    const whole = withoutDangling({ ...parts, ...(notes && { notes }) }, new Set(contents.map(({ id }) => id)))
    const left = wrong.length + whole.dropped
    if (left > 0) repaired.push({ key: 'exchange.leftOut', params: { count: left } })
    return {
      report: {
        name: own?.name ?? '',
        origin: 'Pingdian',
        ...(own && { created: own.created }),
        repaired,
        unrepresented: [],
        missing: [],
      },
      records: whole.records,
      contents,
      originals,
    }
  },
}

function jsonIn(zip: Zip, path: string, { name }: SourceFile): unknown {
  const bytes = zip.read(path)
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    throw new ProblemError({ key: 'exchange.damagedArchive', params: { name, path } })
  }
}

/** The archive's records in today's version. Throws a ProblemError when it is of a later one, or no Pingdian archive. */
function recordsIn(zip: Zip, file: SourceFile): RawRecords {
  const { name } = file
  const manifest = jsonIn(zip, 'manifest.json', file) as
    | { readonly format?: unknown; readonly version?: unknown }
    | undefined
  const version = manifest?.version
  if (manifest?.format !== ARCHIVE.format || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new ProblemError({ key: 'exchange.damagedArchive', params: { name, path: 'manifest.json' } })
  }
  if (version > ARCHIVE.version) throw new ProblemError({ key: 'exchange.laterVersion', params: { name, version } })
  const records = Object.fromEntries(
    RECORD_KINDS.map((kind) => {
      const path = `records/${kind}.json`
      const list = jsonIn(zip, path, file) ?? []
      if (!Array.isArray(list)) throw new ProblemError({ key: 'exchange.damagedArchive', params: { name, path } })
      return [kind, list]
    }),
  ) as RawRecords
  return UPGRADES.slice(version - 1).reduce((before, upgrade) => upgrade(before), records)
}

function contentIn(zip: Zip, path: string, file: SourceFile): Omit<DocumentContent, 'project'> {
  const content = jsonIn(zip, path, file) as {
    readonly id?: unknown
    readonly blocks?: unknown
    readonly original?: unknown
  } | null
  if (typeof content?.id !== 'string' || !areBlocks(content.blocks)) {
    throw new ProblemError({ key: 'exchange.damagedArchive', params: { name: file.name, path } })
  }
  const original = typeof content.original === 'string' ? content.original : '0'.repeat(64)
  return { id: content.id, blocks: content.blocks as readonly Block[], original }
}
