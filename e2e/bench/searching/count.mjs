// @ts-check
import { parseArgs } from 'node:util'
import { moduleOf } from '../module.mjs'
import { makeCorpus } from '../travelling/corpus.mjs'

// Measures what counts all texts, as the worker does it, alone in plain Node: `node --expose-gc
// e2e/bench/searching/count.mjs [--documents 10000] [--length 5000] words|recount|pairs|phrases` prints one JSON object;
// `recount` is words once more, now that the texts are parted.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '10000' }, length: { type: 'string', default: '5000' } },
})
const [name = 'words'] = positionals
const BATCH = 80
const MB = 1024 * 1024

const { corpusJobs } = await moduleOf('shared/corpus/jobs.ts')
const { filling, comparing } = corpusJobs()
{
  const { texts } = makeCorpus(Number(values.documents), Number(values.length), 6)
  for (let from = 0; from < texts.length; from += BATCH) {
    const some = texts.slice(from, from + BATCH).map(({ id, text }, i) => ({
      document: { id, title: id, content: id, order: from + i, metadata: {}, language: 'zh' },
      text,
    }))
    await filling.put(some)
  }
}
const inUse = () => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
if (name === 'recount') await comparing.words({ unit: 'word', fewest: 2 })
globalThis.gc?.()
const before = inUse()
const began = worked()
let [most, last, silence] = [before, began, 0]
const told = () => {
  most = Math.max(most, inUse())
  const now = worked()
  silence = Math.max(silence, now - last)
  last = now
}
/** @type {Record<string, () => Promise<any>>} */
const WAYS = {
  words: () => comparing.words({ unit: 'word', fewest: 2 }, told),
  recount: () => comparing.words({ unit: 'word', fewest: 2, stops: ['的'] }, told),
  pairs: () => comparing.words({ unit: 'character', n: 2, fewest: 2 }, told),
  phrases: () => comparing.phrases({ texts: 5 }, told),
}
const result = await WAYS[name]?.()
told()
if (!result?.ok) throw new Error(JSON.stringify(result?.problem ?? `There is no way “${name}”.`))
const rows = (result.value.rows ?? result.value.phrases).length
process.stdout.write(
  `${JSON.stringify({ name, cpu: worked() - began, silence, memory: (most - before) / MB, rows, short: result.value.short })}\n`,
)
