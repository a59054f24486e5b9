import { readFileSync, writeFileSync } from 'node:fs'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { makeProject } from './project'

/** What a process of the bench is told: what to write, of how large a project. */
export interface Wanted {
  readonly format: string
  readonly variant?: string
  readonly arrange: 'document' | 'theme' | 'time'
  readonly documents: number
  readonly highlights: number
  readonly length: number
}

/** What it answers, on one line. */
export interface Exported {
  /** Milliseconds from the snapshot to the bytes. */
  readonly took: number
  /** Milliseconds that a library takes for a part of that: see `byPeer`. */
  readonly peer: number | null
  /** The most that the process held beside the project, in MB. */
  readonly memory: number
  /** The size of what was written, in MB. */
  readonly size: number
  readonly files: number
  /** How often progress was told. */
  readonly told: number
  /** The most milliseconds of work between two tellings, or before the first and after the last. */
  readonly silence: number
}

/** What is built beside this script. */
interface Exporters {
  exportProject(
    id: string,
    snapshot: object,
    options: object,
  ): Promise<{ files: { name: string; bytes: Uint8Array }[] }>
}
interface Scopes {
  scoped(snapshot: object, scope: object): object
}
const beside = (name: string) => import(new URL(`${name}.mjs`, import.meta.url).href)

const MB = 1024 * 1024
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The most that the process has held so far, in bytes; from now on where the system (Linux) can be told to forget. */
function forgetPeak(): number {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
    return process.memoryUsage.rss()
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}
function peak(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}

/**
 * The same bytes by a library alone, which has nothing to join and to put into words: what is in a ZIP packed by fflate,
 * a table written by papaparse, JSON by the engine.
 */
function byPeer(format: string, files: readonly { bytes: Uint8Array }[]): number | null {
  const [first] = files
  if (!first) return null
  if (['pingdian', 'qdpx', 'xlsx', 'docx'].includes(format)) {
    const unpacked = files.map(({ bytes }) => unzipSync(bytes))
    const began = performance.now()
    for (const entries of unpacked) zipSync(entries, { level: 6 })
    return performance.now() - began
  }
  if (format === 'csv') {
    const { data } = Papa.parse<string[]>(strFromU8(first.bytes))
    const began = performance.now()
    new TextEncoder().encode(Papa.unparse(data, { newline: '\r\n' }))
    return performance.now() - began
  }
  if (format !== 'web-annotation') return null
  const parsed = JSON.parse(strFromU8(first.bytes))
  const began = performance.now()
  new TextEncoder().encode(JSON.stringify(parsed, null, 2))
  return performance.now() - began
}

/** Writes the project as the app's worker does, and says what that took. */
async function run({ format, variant, arrange, ...size }: Wanted): Promise<Exported> {
  const { exportProject }: Exporters = await beside('exporters')
  const { scoped }: Scopes = await beside('scope')
  const snapshot = makeProject(size)
  globalThis.gc?.()
  const before = forgetPeak()
  let told = 0
  let silence = 0
  let last = worked()
  const hear = (): void => {
    const now = worked()
    silence = Math.max(silence, now - last)
    last = now
  }
  const onProgress = (): void => {
    told += 1
    hear()
  }
  const options = { arrange, variant, language: 'zh-Hans', now: Date.UTC(2026, 10, 26), timeZone: 'Asia/Shanghai' }
  const began = performance.now()
  const { files } = await exportProject(format, scoped(snapshot, {}), { ...options, onProgress })
  const took = performance.now() - began
  hear()
  const memory = (peak() - before) / MB
  const written = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / MB
  return { took, peer: byPeer(format, files), memory, size: written, files: files.length, told, silence }
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2] ?? '')))}\n`)
