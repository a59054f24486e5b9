import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Figure, megabytes, time } from './figures'

const MEASURE = fileURLToPath(new URL('searching/count.mjs', import.meta.url))

interface Counted {
  readonly name: string
  /** Of the processor, in milliseconds. */
  readonly cpu: number
  /** The longest time of the processor between two tellings, in milliseconds. */
  readonly silence: number
  /** The most that was held beside the texts, in megabytes. */
  readonly memory: number
}

/** Words, words once more, pairs of characters and set phrases of 10,000 documents. */
export function measureWords(say: (what: string) => void): Figure[] {
  const counted = ['words', 'recount', 'pairs', 'phrases'].map((name): Counted => {
    say(`counting ${name}`)
    const options = ['--expose-gc', '--max-old-space-size=6000', MEASURE, name]
    return JSON.parse(
      execFileSync(process.execPath, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    )
  })
  return counted.flatMap(({ name, cpu, silence, memory }) => {
    const all = `${name}-50m`
    return [time(all, cpu), time(`${all}-silence`, silence), megabytes(`${all}-memory`, memory)]
  })
}
