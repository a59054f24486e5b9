import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ReadDocument } from './importer'
import { readDocument, readFile } from './index'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const fixtures = readdirSync(folder).flatMap((format) =>
  readdirSync(folder + format, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.expected.json'))
    .map(({ name }) => ({ format, name })),
)

test.each(fixtures)('$format/$name is read as its golden file says', async ({ format, name }) => {
  const { documents, failed } = await readFile({ name, bytes: readFileSync(`${folder}${format}/${name}`) }, {})
  const read = documents.length === 1 ? documents[0] : { documents, failed }
  const golden = `${folder}${format}/${name.replace(/\.\w+$/, '')}.expected.json`
  const bytesCounted = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array ? `${value.length} bytes` : value
  await expect(`${JSON.stringify(read, bytesCounted, 2)}\n`).toMatchFileSnapshot(golden)
})

const reports = ['simplified', 'gb18030', 'utf-8-mark', 'utf-16le-mark', 'utf-16be']
test.each(reports)('the report is the same text in every encoding (%s)', async (encoding) => {
  const blocks = async (name: string) =>
    (await readDocument({ name, bytes: readFileSync(`${folder}plain-text/${name}`) }, {})).blocks
  expect(await blocks(`report-${encoding}.txt`)).toEqual(await blocks('report-simplified.txt'))
})

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const real = (file: string, title: string, check: (read: ReadDocument) => void): void => {
  test.skipIf(!existsSync(corpus + file))(
    `the real document ${file} is read with its title and structure`,
    async () => {
      const read = await readDocument({ name: file, bytes: readFileSync(corpus + file) }, {})
      expect(read.title.startsWith(title)).toBe(true)
      expect(read.encoding?.label).toBe('utf-8')
      for (const block of read.blocks) expect(block.text).not.toMatch(/<\/?[a-z]|\n|^\s|\s$/)
      check(read)
    },
  )
}

real('000_6fe4fb3977ce7d35.txt', '鹿心社:深入學習宣傳', (read) => {
  expect(read).toMatchObject({ format: 'plain-text', language: 'zh-Hant', remarks: [] })
  expect(read.blocks.map((block) => block.kind).filter((kind) => kind === 'heading')).toHaveLength(1)
  expect(read.blocks).toHaveLength(18)
})
real('003_37eb0cade54b806a.txt', '统一思想认识 凝聚发展力量', (read) => {
  expect(read).toMatchObject({
    format: 'markdown',
    language: 'zh-Hans',
    metadata: { date: '2021-12-30T08:26:54+08:00', categories: ['youjiangribao'], tags: ['右江日报新闻'] },
  })
  expect(read.blocks.every((block) => block.kind === 'paragraph')).toBe(true)
  expect(read.blocks[0]?.text.startsWith('本报讯')).toBe(true)
})
real('004_c29f753ae4b19a69.txt', '市委书记在都市圈建设重点工作推进会上的讲话', (read) => {
  expect(read).toMatchObject({ format: 'plain-text', language: 'zh-Hans' })
  const headings = read.blocks.filter((block) => block.kind === 'heading')
  expect(headings.map((block) => [block.level, block.text.slice(0, 2)])).toEqual([
    [1, '市委'],
    [2, '一、'],
    [2, '二、'],
    [2, '三、'],
    [2, '四、'],
  ])
})
