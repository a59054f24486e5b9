import { expect, test } from 'vitest'
import { readDocument } from './index'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))
const message = (parts: readonly string[], headers = ''): Uint8Array =>
  encode(
    `${headers}MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`,
  )
const page = (words: string, headers = ''): string => `Content-Type: text/html\n${headers}\n<p>${words}</p>`
const read = (bytes: Uint8Array, name = 'x.mht') => readDocument({ name, bytes }, {})
const words = async (bytes: Uint8Array): Promise<string[]> => (await read(bytes)).blocks.map(({ text }) => text)

test('of several pages in one file the one that was saved is read', async () => {
  const bytes = message(
    [
      page('frame', 'Content-Location: https://a.example/frame\n'),
      page('words', 'Content-Location: https://a.example/x\n'),
    ],
    'Snapshot-Content-Location: https://a.example/x\n',
  )
  expect(await words(bytes)).toEqual(['words'])
  expect((await read(bytes)).metadata.url).toBe('https://a.example/x')
})

test('of a set of frames the page that is shown in them is read', async () => {
  const frames =
    'Content-Type: text/html\n\n<html><frameset><frame src="a"><noframes>no frames</noframes></frameset></html>'
  expect(await words(message([frames, page('words')]))).toEqual(['words'])
})

test('a page that is cut off is read as far as it goes', async () => {
  const whole = message([page('the beginning of it</p><p>and the end')])
  const text = new TextDecoder().decode(whole)
  expect(await words(encode(text.slice(0, text.indexOf('and the end')).replaceAll('\r\n', '\n')))).toEqual([
    'the beginning of it',
  ])
})

test('what the header says of the encoding goes before what the page says', async () => {
  const head = new TextEncoder().encode(
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="big5"\r\n\r\n<meta charset="gb2312"><p>',
  )
  const bytes = Uint8Array.from([...head, 0xbe, 0xf4, 0xb6, 0x7d, ...new TextEncoder().encode('</p>\r\n--b--\r\n')])
  expect(await read(bytes)).toMatchObject({ encoding: { label: 'big5' }, blocks: [{ text: '橋開' }] })
})

test('a mail without a page is read by its words, with its subject, date and sender', async () => {
  const bytes = encode(
    'From: =?utf-8?Q?=E4=BD=95=E7=A7=8B?= <h@a.example>\nTo: b@a.example\nSubject: =?utf-8?B?5pil6ICV?=\nDate: Tue, 8 Mar 2022 10:00:00 +0800\n\n第一段。\n\n第二段。\n',
  )
  const mail = await read(bytes, 'x.eml')
  expect(mail.blocks.map(({ text }) => text)).toEqual(['第一段。', '第二段。'])
  expect(mail).toMatchObject({
    title: '春耕',
    metadata: { title: '春耕', date: '2022-03-08T10:00:00+08:00', author: '何秋' },
  })
  expect(mail.metadata.evidence?.author).toEqual({ by: 'properties', quote: 'From: 何秋 <h@a.example>' })
})

test('the day on which a page was saved is not its date', async () => {
  const bytes = message(
    [page('words')],
    'Date: Tue, 8 Mar 2022 10:00:00 +0800\nFrom: <Saved by Blink>\nSubject: A title\n',
  )
  expect((await read(bytes)).metadata).toMatchObject({ title: 'A title' })
  expect((await read(bytes)).metadata).not.toHaveProperty('date')
  expect((await read(bytes)).metadata).not.toHaveProperty('author')
})

test('a saved page is known by its content, whatever its name', async () => {
  expect(await read(message([page('words')]), 'x.html')).toMatchObject({ format: 'mhtml', blocks: [{ text: 'words' }] })
})

test.each([
  ['of pictures only', message(['Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA'])],
  ['of no parts', message([])],
  ['that is no message', encode('just words, and more words')],
  ['of headers without end', encode(`${'X-Header: x\n'.repeat(200_000)}`)],
])('a file %s is refused as no page', async (_, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({ problem: { key: expect.stringMatching(/^import\.no/) } })
})

test('parts in parts without end are refused, or read', { timeout: 20_000 }, async () => {
  const deep = Array.from(
    { length: 2_000 },
    (_, n) => `Content-Type: multipart/related; boundary="b${n}"\n\n--b${n}\n`,
  ).join('')
  await expect(read(encode(`MIME-Version: 1.0\n${deep}`))).rejects.toMatchObject({
    problem: { key: 'import.notAPage' },
  })
})

test('a file that is too large to be taken apart is refused', async () => {
  const bytes = new Uint8Array(97 * 2 ** 20).fill(0x20)
  bytes.set(encode('MIME-Version: 1.0\n'))
  await expect(read(bytes)).rejects.toMatchObject({ problem: { key: 'import.pageTooLarge' } })
})
