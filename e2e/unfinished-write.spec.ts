import { appendFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chooseInBox } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { drag, rangeOf } from './text'

const ENGLISH = ['--lang=en-US']
/** LevelDB's log is made of blocks of this many bytes. */
const BLOCK = 32_768

/** Leaves what a process leaves that is killed in the middle of a write: a record whose end is missing. */
function leaveUnfinishedRecord(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.log'))
  const path = join(folder, names.sort().at(-1) ?? '')
  const room = BLOCK - (statSync(path).size % BLOCK) - 7
  const record = Buffer.alloc(7 + Math.floor(room / 2), 1)
  record.writeUInt16LE(room, 4)
  record[6] = 1
  appendFileSync(path, record)
}

test('a kill in the middle of a write costs nothing that was confirmed, then or at the starts after it', async ({
  folder,
  launch,
}) => {
  const library = join(folder, 'data', 'IndexedDB', 'app_pingdian_0.indexeddb.leveldb')
  const marked: string[] = []
  for (const [words, theme] of [
    ['这次会议的主要任务是', 'First'],
    ['临江因江得名', 'Second'],
    ['今天我们重提', 'Third'],
  ] as const) {
    const { page, kill } = await launch({ args: ENGLISH })
    const before = (await readLibrary(page)).highlights.map(({ passage }) => passage.quote)
    for (const quote of marked) expect(before).toContain(quote)
    await drag(page, await rangeOf(page, words))
    await chooseInBox(page, theme, 'Shift+Enter')
    await expect(page.locator('mark.chosen')).toHaveText(words)
    marked.push(words)
    await kill()
    leaveUnfinishedRecord(library)
  }
  const { page } = await launch({ args: ENGLISH })
  const quotes = (await readLibrary(page)).highlights.map(({ passage }) => passage.quote)
  for (const quote of marked) expect(quotes).toContain(quote)
})
