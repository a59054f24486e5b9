import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Figure, megabytes, time } from './figures'

const MEASURE = fileURLToPath(new URL('searching/measure.mjs', import.meta.url))

interface Cost {
  readonly ms: number
  /** Of the processor, in milliseconds. */
  readonly cpu: number
}

interface Measured {
  readonly documents: number
  readonly characters: number
  readonly building: Cost
  /** In megabytes. */
  readonly memory: number
  readonly asking: Readonly<Record<'pair' | 'five' | 'absent', Cost & { readonly places: number }>>
  readonly sorting: Cost | null
}

/** Each in a process of its own, so that none has the other's memory. */
const measured = (...options: string[]): Measured =>
  JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=6000', MEASURE, ...options], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )

/** Searching all texts: at full size, and at a tenth of it beside MiniSearch (bigrams). Processor's time, not the clock's. */
export function measureSearch(say: (what: string) => void): Figure[] {
  say('searching 10,000 documents')
  const whole = measured()
  say('searching a tenth of them')
  const tenth = measured('--documents', '1000')
  say('the peer over that tenth, which takes some minutes')
  const peer = measured('--documents', '1000', '--peer')
  const asked = (['pair', 'five', 'absent'] as const).flatMap((name) => [
    time(`search-50m-${name}`, whole.asking[name].cpu),
    time(`search-5m-${name}`, tenth.asking[name].cpu, peer.asking[name].cpu),
  ])
  return [
    time('search-50m-build', whole.building.cpu),
    megabytes('search-50m-memory', whole.memory),
    time('search-5m-build', tenth.building.cpu, peer.building.cpu),
    megabytes('search-5m-memory', tenth.memory, peer.memory),
    ...asked,
    ...(whole.sorting ? [time('search-50m-sort', whole.sorting.cpu)] : []),
  ]
}
