import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommandLine } from './run'
import { terminal } from './terminal.fixture'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingdian-search-'))
  await writeFile(
    join(folder, 'a.txt'),
    '甲市😃会议\n\n会议强调，要全面贯彻新发展理念，切实提高政治站位，推动高质量发展。\n',
  )
  await writeFile(
    join(folder, 'b.txt'),
    '乙縣動員大會\n\n大會指出,要全面貫徹新發展理念,切實提高政治站位,推動高質量發展。\n',
  )
})
afterEach(() => rm(folder, { recursive: true }))

async function called(...args: string[]) {
  const world = terminal(folder)
  const status = await runCommandLine(args, world.terminal)
  return { status, printed: world.printed(), said: world.said() }
}

test('search prints each place with its context, or as JSON with code points', async () => {
  const shown = await called('search', '高质量发展', 'a.txt', 'b.txt', '--context', '2')
  expect(shown).toMatchObject({ status: 0, printed: 'a.txt\t推动 [高质量发展] 。\nb.txt\t推動 [高質量發展] 。\n' })
  const { printed } = await called('search', '会议', 'a.txt', '--json')
  const [entry] = JSON.parse(printed)
  expect(entry).toMatchObject({ file: 'a.txt', count: 2 })
  expect(entry.hits[0]).toMatchObject({ start: 3, end: 5, left: '甲市😃', found: '会议', right: '' })
})

test('search ends with 1 when nothing is found, and with 2 for a query that makes no sense', async () => {
  expect(await called('search', '稳定', '.')).toMatchObject({ status: 1, printed: '' })
  expect(await called('search', '高質量發展', 'a.txt', '--exact')).toMatchObject({ status: 1 })
  expect(await called('search', '(会议', 'a.txt')).toMatchObject({ status: 2, printed: '' })
  expect(await called('search', '会议')).toMatchObject({ status: 2 })
  expect(await called('search', '会议', 'a.txt', '--context', 'x')).toMatchObject({ status: 2 })
})

test('phrases and parallels across scripts are printed, or as JSON', async () => {
  const shown = await called('phrases', 'a.txt', 'b.txt')
  expect(shown.printed).toContain('2\t2\t全面贯彻新发展理念 | 全面貫徹新發展理念\n')
  const phrases = JSON.parse((await called('phrases', 'a.txt', 'b.txt', '--json')).printed)
  expect(phrases.map(({ phrase }: { phrase: string }) => phrase)).toContain('切实提高政治站位')

  const [parallel, ...others] = JSON.parse((await called('parallels', 'a.txt', 'b.txt', '--json')).printed)
  expect(others).toEqual([])
  expect(parallel.kind).toBe('borrowing')
  expect(parallel.places[1].words).toBe('要全面貫徹新發展理念,切實提高政治站位,推動高質量發展')
  expect(parallel.places[0]).toMatchObject({ file: 'a.txt' })
  expect((await called('parallels', 'a.txt', 'b.txt')).printed).toContain('\tb.txt\t要全面貫徹')
})

test('a file that cannot be read is named, and the rest is done', async () => {
  await writeFile(join(folder, 'empty.txt'), '')
  const { status, said, printed } = await called('phrases', 'a.txt', 'empty.txt', 'b.txt')
  expect(status).toBe(1)
  expect(said.join()).toContain('empty.txt')
  expect(printed).toContain('全面贯彻新发展理念')
})

test('passim is given the files folded, and what it found comes back as parallels of them', async () => {
  const given = (await called('passim', 'out', 'a.txt', 'b.txt')).printed.trim().split('\n')
  const [a, b] = given.map((line) => JSON.parse(line))
  expect([a.id, b.id]).toEqual(['a.txt', 'b.txt'])
  expect(b.text).toContain('全面贯彻新发展理念')
  const found = [a, b].map(({ id, text }) => {
    const begin = [...text].join('').indexOf('全面贯彻新发展理念')
    const before = Array.from(text.slice(0, begin)).length
    return JSON.stringify({ id, cluster: 1, size: 2, begin: before, end: before + 9, text: '全面贯彻新发展理念' })
  })
  await writeFile(join(folder, 'part-00000.json'), `${found.join('\n')}\n`)
  const read = await called('passim', 'in', '--from', 'part-00000.json', 'a.txt', 'b.txt', '--json')
  expect(read).toMatchObject({ status: 0, said: [] })
  const [parallel] = JSON.parse(read.printed)
  expect(parallel.places.map(({ words }: { words: string }) => words)).toEqual([
    '全面贯彻新发展理念',
    '全面貫徹新發展理念',
  ])
  expect(await called('passim', 'in', 'a.txt')).toMatchObject({ status: 2 })
  expect(await called('passim', 'a.txt')).toMatchObject({ status: 2 })
  const none = await called('passim', 'in', '--from', 'none.json', 'a.txt', 'b.txt')
  expect(none.status).toBe(1)
})
