// @ts-check
import { parseArgs } from 'node:util'
import { moduleOf } from '../module.mjs'
import { makeCorpus } from '../travelling/corpus.mjs'

// Measures the search of all texts as its worker does it, alone in plain Node: `node --expose-gc
// e2e/bench/searching/measure.mjs [--documents 10000] [--length 5000] [--peer]` prints one JSON object. With `--peer`
// MiniSearch (bigrams) does what it can of the same: which documents have all bigrams of the words.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    length: { type: 'string', default: '5000' },
    peer: { type: 'boolean', default: false },
  },
})
const count = Number(values.documents)
const ROUNDS = 9
/** So many documents are handed over at once, as the window does: about 400,000 characters. */
const BATCH = 80

const texts = makeCorpus(count, Number(values.length), 6).texts.map(({ text }) => text)

/** The pair of characters that stands most often in the first hundred texts, and five that stand somewhere. */
function asked() {
  /** @type {Map<string, number>} */
  const pairs = new Map()
  for (const text of texts.slice(0, 100)) {
    for (const [, pair = ''] of text.matchAll(/(?=(\p{L}\p{L}))/gu)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  const [pair = ''] = [...pairs].sort((one, other) => other[1] - one[1])[0] ?? []
  const five = /\p{L}{5}/u.exec(texts[Math.floor(count / 3)]?.slice(1000) ?? '')?.[0] ?? ''
  return { pair, five, absent: '蘑菇饕餮魑' }
}

const MB = 1024 * 1024
/** Bytes that are in use when nothing is left over. */
const inUse = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** @param {() => unknown} work @returns {Promise<{ ms: number, cpu: number, value: any }>} */
async function timed(work) {
  const [began, worked] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(worked)
  return { ms: performance.now() - began, cpu: (user + system) / 1000, value }
}

/** The middle of some rounds. @param {() => unknown} work */
async function rounds(work) {
  const all = []
  for (let round = 0; round < ROUNDS; round++) all.push(await timed(work))
  const middle = (/** @type {number[]} */ numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
  return { ms: middle(all.map(({ ms }) => ms)), cpu: middle(all.map(({ cpu }) => cpu)), value: all.at(-1)?.value }
}

/** Ours: how it is filled, and how it is asked for the places of words. */
async function ours() {
  const { corpusJobs } = await moduleOf('shared/corpus/jobs.ts')
  const jobs = corpusJobs()
  const said = (/** @type {any} */ result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.problem))
    return result.value
  }
  const ask = async (/** @type {string} */ text) => said(await jobs.search.ask({ query: { kind: 'phrase', text } }))
  return {
    fill: async () => {
      for (let from = 0; from < texts.length; from += BATCH) {
        const some = texts.slice(from, from + BATCH).map((text, i) => {
          const [id, order] = [String(from + i), from + i]
          return { document: { id, title: id, content: id, order, metadata: {}, language: 'zh' }, text }
        })
        said(await jobs.filling.put(some))
      }
      await ask('蘑')
    },
    ask,
    places: (/** @type {any} */ { lines }) => lines,
    sort: async (/** @type {string} */ text) => {
      const { run } = await ask(text)
      return () => jobs.search.lines({ run, order: 'left', locale: 'zh', from: 0, until: 100 }, 60)
    },
  }
}

/** MiniSearch with pairs of characters as its terms. */
async function peer() {
  const { default: MiniSearch } = await import('minisearch')
  const pairsOf = (/** @type {string} */ text) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const search = new MiniSearch({ fields: ['text'], tokenize: pairsOf, processTerm: (term) => term })
  return {
    fill: async () => search.addAll(texts.map((text, id) => ({ id, text }))),
    ask: async (/** @type {string} */ text) => search.search(text, { combineWith: 'AND' }),
    places: (/** @type {any} */ found) => found.length,
    sort: null,
  }
}

const words = asked()
const before = inUse()
const measured = await (values.peer ? peer() : ours())
const building = await timed(measured.fill)
const memory = inUse() - before
/** @type {Record<string, { ms: number, cpu: number, places: number }>} */
const asking = {}
for (const [name, text] of Object.entries(words)) {
  const { ms, cpu, value } = await rounds(() => measured.ask(text))
  asking[name] = { ms, cpu, places: measured.places(value) }
}
const sorting = measured.sort ? await timed(await measured.sort('。')) : null
process.stdout.write(
  `${JSON.stringify({
    documents: count,
    characters: texts.reduce((sum, { length }) => sum + length, 0),
    building: { ms: building.ms, cpu: building.cpu },
    memory: memory / MB,
    asking,
    sorting: sorting && { ms: sorting.ms, cpu: sorting.cpu },
  })}\n`,
)
