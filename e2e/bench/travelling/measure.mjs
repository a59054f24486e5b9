// @ts-check
import { parseArgs } from 'node:util'
import { moduleOf } from '../module.mjs'
import { makeCorpus } from './corpus.mjs'

// Measures how passages that travel are found: time, memory, precision and recall. Runs alone, in plain Node:
// `node e2e/bench/travelling/measure.mjs [--documents 10000] [--length 5000] [--shortest N] [--json]`.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    length: { type: 'string', default: '5000' },
    shortest: { type: 'string' },
    likeness: { type: 'string', default: '0.6' },
    json: { type: 'boolean', default: false },
  },
})
const [documents, length, likeness] = [Number(values.documents), Number(values.length), Number(values.likeness)]

/** @param {Generator<unknown>} steps */
function finished(steps) {
  let longest = 0
  for (let last = performance.now(); ; last = performance.now()) {
    const { done, value } = steps.next()
    longest = Math.max(longest, performance.now() - last)
    most = Math.max(most, process.memoryUsage.rss())
    if (done) return { value, longest }
  }
}

const MB = 1024 * 1024
let most = 0
const { makeParallelCorpus } = await moduleOf('shared/queries/parallels/corpus.ts')
const { texts, plants } = makeCorpus(documents, length, 6)
const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
globalThis.gc?.()
const before = process.memoryUsage.rss()

const began = performance.now()
const worked = process.cpuUsage()
const corpus = makeParallelCorpus()
const adding = finished(corpus.add(texts))
const indexed = performance.now()
const workedAtIndex = process.cpuUsage(worked)
const finding = finished(corpus.find({ likeness, ...(values.shortest && { shortest: Number(values.shortest) }) }))
const ended = performance.now()
const workedInAll = process.cpuUsage(worked)
const seconds = (/** @type {NodeJS.CpuUsage} */ { user, system }) => Number(((user + system) / 1e6).toFixed(2))
const { parallels, more, shortest } = finding.value

const [extra] = makeCorpus(1, length, 7).texts
const addedAt = performance.now()
finished(corpus.add([{ id: 'new', text: `${extra?.text}${texts[5]?.text.slice(100, 200)}` }]))
const one = finished(corpus.find({ likeness, shortest, of: [{ text: documents }] })).value.parallels.length
const addingOne = performance.now() - addedAt

/** Whether two places overlap by half of the shorter. */
const meet = (/** @type {any} */ a, /** @type {any} */ b) =>
  a.text === b.text &&
  Math.min(a.end, b.end) - Math.max(a.start, b.start) >= 0.5 * Math.min(a.end - a.start, b.end - b.start)
const borrowings = parallels.filter((/** @type {any} */ { kind }) => kind === 'borrowing')
/** @type {Map<string, any[]>} */
const byPair = new Map()
for (const each of borrowings) {
  const key = `${each.places[0].text} ${each.places[1].text}`
  byPair.set(key, [...(byPair.get(key) ?? []), each])
}
const foundOf = (/** @type {any} */ { from, to }) =>
  (byPair.get(`${from.text} ${to.text}`) ?? []).some(({ places }) => meet(places[0], from) && meet(places[1], to))
/** Whether a place is of the notice at the end of its text; what is the same before it may belong to it too. */
const isNotice = (/** @type {any} */ { text, end }) => {
  const line = texts[text]?.text.lastIndexOf('\n') ?? -1
  return line !== -1 && end > line + 20
}
const isPlanted = (/** @type {any} */ { places: [a, b] }) =>
  (isNotice(a) && isNotice(b)) || plants.some(({ from, to }) => meet(a, from) && meet(b, to))

const share = (/** @type {number} */ part, /** @type {number} */ all) =>
  all === 0 ? null : Number((part / all).toFixed(4))
const recall = [0, 0.1, 0.2, 0.3].flatMap((changed) =>
  [false, true].map((acrossScripts) => {
    const some = plants.filter((plant) => plant.changed === changed && plant.acrossScripts === acrossScripts)
    return { changed, acrossScripts, planted: some.length, recall: share(some.filter(foundOf).length, some.length) }
  }),
)
const result = {
  documents,
  characters,
  shortest,
  likeness,
  indexSeconds: Number(((indexed - began) / 1000).toFixed(2)),
  findSeconds: Number(((ended - indexed) / 1000).toFixed(2)),
  processorSeconds: seconds(workedInAll),
  processorSecondsToIndex: seconds(workedAtIndex),
  longestStepMs: Math.round(Math.max(adding.longest, finding.longest)),
  memoryMB: Math.round((most - before) / MB),
  addOneMs: Math.round(addingOne),
  ofTheOne: one,
  parallels: parallels.length,
  borrowings: borrowings.length,
  more,
  precision: share(borrowings.filter(isPlanted).length, borrowings.length),
  recall,
}
if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
else {
  process.stdout.write(
    `${documents.toLocaleString('en')} texts, ${characters.toLocaleString('en')} characters; at least ${shortest} letters the same, likeness at least ${likeness}
index ${result.indexSeconds} s, finding ${result.findSeconds} s (of the processor: ${result.processorSecondsToIndex} s to index, ${result.processorSeconds} s in all), longest step ${result.longestStepMs} ms, memory ${result.memoryMB} MB beside the texts
one more text of ${length} characters: ${result.addOneMs} ms
${parallels.length} parallels (${more} shorter ones left out), ${borrowings.length} of them borrowings; precision ${result.precision}
${recall.map(({ changed, acrossScripts, planted, recall: part }) => `recall, ${100 * changed}% changed, ${acrossScripts ? 'Simplified to Traditional' : 'one script'}: ${part} of ${planted}`).join('\n')}
`,
  )
}
