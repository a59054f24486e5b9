import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, type Started, test } from '../launch'
import { bundle, inject } from './bundle'
import { measureCodebook, measureDocuments, stripesCost } from './coding'
import { measureExporting } from './exporting/measure'
import { type Figure, median, rate, table, time } from './figures'
import { measureImportFrames } from './import-frames'
import { measureImporting } from './importing'
import type {} from './page'
import type { Wanted } from './page/library'
import { measureSearch } from './searching'
import { measureWords } from './wording'

const OUT = fileURLToPath(new URL('../../out/', import.meta.url))
const SMALL: Wanted = { title: 'Small', length: 3000, highlights: 20 }
const MILLION: Wanted = { title: 'Million', length: 1_000_000, highlights: 10_000 }
const FIVE_MILLION: Wanted = { title: 'Five million', length: 5_000_000, highlights: 50_000 }
/** Pixels a second of a strong fling. */
const FLING = 10_000

const NOTES = `
All times end after the frame that shows it: script, style, layout and painting are done, tiles are with the compositor.
Pingdian is the whole window over its database, the peer, @recogito/text-annotator, its renderer alone
over paragraphs.
open    Pingdian: from the click on a document in the library, another being open, until its text with highlights is
        painted (median); "first" is the first time after the start, "whole" is until the highlights out of view have
        been drawn too. Peer: from before the first node is made; it draws only what is in view.
add     Pingdian: from the key R on a selection, over the commit to the disk and the reading back, to the painted mark.
        Peer: from before addAnnotation to the painted span; it stores nothing. Medians of 20.
scroll  for 3 seconds, ${FLING.toLocaleString('en')} pixels a second; "through" goes through the whole text in that time.
jump    from setting the scroll bar to the middle until text and highlights are painted there.
stripes what the stripes add to a frame of that scrolling: the main thread's work with them less that without, by the
        debugger's own count (medians of three runs each).
typing  2,000 themes: from a key in the box at a passage until its list has been painted (median of 12).
move    Alt+arrow on a theme with 199 under it and 20,000 taggings, until the tree is painted and the move stored
        (median of 6).
project from the beginning of the window's page until the text with its highlights has been painted, in a project of
        10 documents and in one of 10,000 (medians of 5).
import  characters of the text a second, from handing the bytes to the app's own worker until the reading is back (medians
        of 5, the first reading left out): encoding, main text, headings, origin and language found. The files hold
        1,000,000 generated characters, the PDF 100,000, printed by Chromium with its font; the ZIP 200 texts. Peers do one
        part of that, alone in the window: mdast-util-from-markdown (md), Readability over DOMParser (html), mammoth's raw
        text (docx), pdf.js's getTextContent (pdf), papaparse (csv), read-excel-file (xlsx), fflate (zip).
import- 1,000 mixed files (text, pages, Markdown, DOCX, ODT, RTF, EPUB, subtitles, PDF) of 500 to 8,500 characters are dropped on the
frames  window, stopped after 400 and taken up again: from the drop until all is stored and told and the window is idle
        again, how the frames of the window's thread followed each other (requestAnimationFrame). The peer is the same
        window, 10 seconds idle before it.
export  a project of 2,000 documents of 3,000 characters with 50,000 passages and 100,000 taggings (“-10”: a tenth of the
        documents), from the snapshot to the bytes, each in a process of its own: the app's exporters in plain Node. “memory”
        is the most that was held beside the project, “silence” the most work between two tellings of the progress. Peers
        get the same ready made: fflate packs what is in the ZIP, papaparse writes the rows, JSON.stringify the objects.
search  the code of the worker that holds the texts, in plain Node: 10,000 generated texts of 5,000 characters and a tenth of
        that, in both scripts. Times are the processor's. Asked (medians of 9): the commonest pair of characters (each of its
        places; the peer: the documents that have it), five characters, five that are nowhere; sorted by what stands before:
        1,000,000 places of a stop. The peer is MiniSearch over pairs of characters.
words   as search: words of those 10,000 texts, words once more (recount: now the texts are parted), pairs of characters, set
        phrases. “silence” is the longest work between two tellings of the progress, at each of which it can be stopped;
        “memory” the most that was held beside the texts.
write   one record in a transaction of its own, until it is complete (median of 50).
`

const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`)

async function open(page: Page, document: Wanted) {
  const row = page.locator('[data-pane=library] [role=row]').filter({ hasText: document.title }).first()
  await page.evaluate((wanted) => window.bench.awaitOpening(wanted), document)
  await row.click()
  return page.evaluate(() => window.bench.opened())
}

/** Opens the document `times` times, the small one before each. */
async function openings(page: Page, document: Wanted, times: number) {
  const took: Awaited<ReturnType<typeof open>>[] = []
  for (let at = 0; at < times; at += 1) {
    if (at > 0) await open(page, SMALL)
    await page.evaluate(() => window.bench.idle())
    took.push(await open(page, document))
  }
  return took
}

async function additions(page: Page, times: number): Promise<number> {
  const took: number[] = []
  await page.evaluate(() => window.bench.focusText())
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press('ArrowDown')
    for (let more = 0; more < 5; more += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.evaluate(() => window.bench.awaitMark())
    await page.keyboard.press('r')
    took.push(await page.evaluate(() => window.bench.marked()))
    await page.evaluate(() => window.bench.idle())
  }
  return median(took)
}

async function filled(launch: () => Promise<Started>, script: string): Promise<Started> {
  const first = await launch()
  await inject(first.page, script)
  say('filling the library')
  await first.page.evaluate((all) => window.bench.fillLibrary(all), [SMALL, MILLION, FIVE_MILLION])
  await first.close()
  const started = await launch()
  const { page } = started
  await inject(page, script)
  await expect(page.locator(`.page-text[aria-label="${SMALL.title}"] mark`).first()).toBeVisible()
  return started
}

async function measurePeer(page: Page) {
  say('the peer: opening, which takes about half a minute')
  const opened = await page.evaluate((wanted) => window.bench.openPeer(wanted), MILLION)
  const added: number[] = []
  for (let at = 0; at < 20; at += 1) added.push(await page.evaluate((index) => window.bench.addToPeer(index), at))
  const fling = await page.evaluate((speed) => window.bench.scrollPeer(speed), FLING)
  const through = await page.evaluate(() => window.bench.scrollPeer(window.bench.peerSpeed()))
  const jump = await page.evaluate(() => window.bench.jumpPeer())
  await page.evaluate(() => window.bench.closePeer())
  return { opened, added: median(added), fling, through, jump }
}

async function measureOurs(page: Page, document: Wanted, times: number) {
  const { title } = document
  say(`${title}: opening`)
  const opened = await openings(page, document, times)
  say(`${title}: adding, after ${opened.map(({ highlights }) => Math.round(highlights))} ms to open`)
  await page.evaluate(() => window.bench.idle())
  const added = await additions(page, 20)
  say(`${title}: scrolling`)
  const fling = await page.evaluate((speed) => window.bench.scrollOurs(speed), FLING)
  const through = await page.evaluate(() => window.bench.scrollOurs(window.bench.wholeSpeed()))
  const jump = await page.evaluate(() => window.bench.jumpOurs())
  await open(page, SMALL)
  return {
    first: opened[0]?.highlights ?? Number.NaN,
    opened: median(opened.map(({ highlights }) => highlights)),
    text: median(opened.map(({ text }) => text)),
    whole: median(opened.map(({ whole }) => whole)),
    added,
    fling,
    through,
    jump,
  }
}

const PARTS = [
  'reading',
  'stripes',
  'writes',
  'codebook',
  'documents',
  'import',
  'import-frames',
  'export',
  'peer',
  'search',
  'words',
] as const
type Part = (typeof PARTS)[number]

/** Whether a part is to be measured: all are when none was named. Throws for a name that is no part's. */
function isWanted(part: Part): boolean {
  const named = (process.env.BENCH_PARTS ?? '').split(',').filter((name) => name !== '')
  const unknown = named.filter((name) => !(PARTS as readonly string[]).includes(name))
  if (unknown.length > 0) throw new Error(`The bench has no part “${unknown}”, it has ${PARTS.join(', ')}.`)
  return named.length === 0 || named.includes(part)
}

type Peer = Awaited<ReturnType<typeof measurePeer>>

type Ours = Awaited<ReturnType<typeof measureOurs>>

/** A million characters, beside the peer where that was measured. */
const ofMillion = (ours: Ours, peer: Peer | null): Figure[] => [
  time('open-1m', ours.opened, peer?.opened),
  time('open-1m-first', ours.first),
  time('open-1m-text', ours.text),
  time('open-1m-whole', ours.whole),
  time('add-1m', ours.added, peer?.added),
  rate('scroll-1m', ours.fling.rate, peer?.fling.rate),
  time('scroll-1m-frame', ours.fling.median, peer?.fling.median),
  time('scroll-1m-worst-frame', ours.fling.worst, peer?.fling.worst),
  rate('through-1m', ours.through.rate, peer?.through.rate),
  time('through-1m-frame', ours.through.median, peer?.through.median),
  time('through-1m-worst-frame', ours.through.worst, peer?.through.worst),
  time('jump-1m', ours.jump, peer?.jump),
]

const ofFiveMillion = (large: Ours): Figure[] => [
  time('open-5m', large.opened),
  time('open-5m-first', large.first),
  time('open-5m-whole', large.whole),
  time('add-5m', large.added),
  rate('scroll-5m', large.fling.rate),
  time('scroll-5m-frame', large.fling.median),
  time('scroll-5m-worst-frame', large.fling.worst),
  time('jump-5m', large.jump),
]

test('reading a very long text with very many highlights', async ({ launch, folder }) => {
  const script = await bundle()
  const withPeer = isWanted('peer') && !process.env.BENCH_WITHOUT_PEER
  const isRead = isWanted('reading') || isWanted('stripes') || isWanted('writes') || withPeer
  const started = isRead ? await filled(launch, script) : null
  const page = started?.page ?? null
  const ours = page && isWanted('reading') ? await measureOurs(page, MILLION, 5) : null
  let stripes: number | null = null
  if (started && isWanted('stripes')) {
    say('the stripes')
    await open(started.page, MILLION)
    stripes = await stripesCost(started, FLING)
  }
  const large = page && isWanted('reading') ? await measureOurs(page, FIVE_MILLION, 3) : null
  const writes = page && isWanted('writes') ? await page.evaluate(() => window.bench.writesOf(50)) : null
  const coding = [
    ...(isWanted('codebook') ? await measureCodebook(launch, folder, script) : []),
    ...(isWanted('documents') ? await measureDocuments(launch, folder, script) : []),
  ]
  const importing = [
    ...(isWanted('import') ? await measureImporting(launch, folder) : []),
    ...(isWanted('import-frames') ? await measureImportFrames(launch, folder, script) : []),
  ]
  const searching = isWanted('search') ? measureSearch(say) : []
  const counting = isWanted('words') ? measureWords(say) : []
  const exporting = isWanted('export') ? await measureExporting(folder) : []
  const peer = page && withPeer ? await measurePeer(page) : null
  const figures: Figure[] = [
    ...(ours ? ofMillion(ours, peer) : []),
    ...(stripes === null ? [] : [time('stripes-1m-per-frame', stripes)]),
    ...(large ? ofFiveMillion(large) : []),
    ...coding,
    ...importing,
    ...exporting,
    ...searching,
    ...counting,
    ...(writes ? [time('write-strict', median(writes.strict)), time('write-relaxed', median(writes.relaxed))] : []),
  ]
  mkdirSync(OUT, { recursive: true })
  writeFileSync(`${OUT}bench.json`, `${JSON.stringify(figures, null, 2)}\n`)
  process.stdout.write(`\n${table(figures)}\n${NOTES}\n`)
})
