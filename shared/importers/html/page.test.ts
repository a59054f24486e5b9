import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { readDocument } from '../index'

const read = async (body: string, head = '<title>t</title>'): Promise<readonly Block[]> => {
  const bytes = new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
  return (await readDocument({ name: 'x.html', bytes }, {})).blocks
}
const texts = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => text)
const kept = (blocks: readonly Block[]): string[] => texts(blocks.filter(({ debris }) => debris === undefined))

const SENTENCE = '村里的桥修了两年，石匠说慢一点没关系，桥是要给后来的人走的。'
const ARTICLE = `<div class="content">${`<p>${SENTENCE}</p>`.repeat(6)}</div>`
const MENU = '<ul><li><a href="/a">要闻</a></li><li><a href="/b">经济</a></li><li><a href="/c">社会</a></li></ul>'

test('what stands around the main content stays in its order, and is marked', async () => {
  const blocks = await read(`<div>${MENU}</div><h1>修桥记</h1>${ARTICLE}<div>${MENU}</div><div>地址：文化路1号</div>`)
  expect(blocks.map(({ debris }) => debris)).toEqual([
    ...Array(3).fill('navigation'),
    ...Array(7).fill(undefined),
    ...Array(3).fill('navigation'),
    'footer',
  ])
})

test('a bare fragment is all text', async () => {
  const blocks = await read('<p>甲</p><p>乙</p><p>丙</p>')
  expect(kept(blocks)).toEqual(['甲', '乙', '丙'])
})

test('a page without a text of its own, such as a list of links, is all text', async () => {
  const blocks = await read(MENU)
  expect(kept(blocks)).toEqual(['要闻', '经济', '社会'])
})

test('a text in several parts beside each other is all kept', async () => {
  const part = (name: string): string => `<section><h2>${name}</h2>${`<p>${name}：${SENTENCE}</p>`.repeat(4)}</section>`
  const blocks = await read(`<nav>${MENU}</nav><div>${part('春')}${part('夏')}${part('秋')}${part('冬')}</div>`)
  expect(kept(blocks)).toHaveLength(20)
})

test('a form or a header that holds the whole page is no debris', async () => {
  const blocks = await read(`<form id="aspnetForm" class="header"><div>${MENU}</div><h1>修桥记</h1>${ARTICLE}</form>`)
  expect(kept(blocks)).toHaveLength(7)
})

test('a short class name with "ad" in it, such as "head" or "reading", is no advertisement', async () => {
  const blocks = await read(`<div>${MENU}</div><div class="reading"><div class="road">${ARTICLE}</div></div>`)
  expect(kept(blocks)).toHaveLength(6)
})

test('a paragraph that names the rights to something is text where the text is', async () => {
  const blocks = await read(
    `<div>${MENU}</div><div class="content">${`<p>${SENTENCE}</p>`.repeat(5)}<p>本书版权归石匠所有，后来的人不必再问。</p><p>${SENTENCE}</p></div>`,
  )
  expect(kept(blocks)).toHaveLength(7)
})

test('most of a page hidden until its program has run is text', async () => {
  const blocks = await read(`<h1>修桥记</h1><div style="visibility: hidden">${ARTICLE}<p hidden>看不见</p></div>`)
  expect(kept(blocks)).toEqual(['修桥记', ...Array(6).fill(SENTENCE)])
})

test('the headline is a heading, however it is set', async () => {
  const blocks = await read(
    `<center><font size="5">修桥记</font></center>${ARTICLE}<div>${MENU}</div>`,
    '<title>修桥记_江声网</title>',
  )
  expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: '修桥记' })
})

test('a headline in two lines is one heading', async () => {
  expect(await read('<h1>修桥<br>两年记</h1>')).toMatchObject([{ kind: 'heading', text: '修桥两年记' }])
  expect(await read('<h1>Two<br>years</h1>')).toMatchObject([{ kind: 'heading', text: 'Two years' }])
})

test('readings above words stand after them in parentheses', async () => {
  expect(
    texts(
      await read(
        '<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>と<ruby>仮名<rp>(</rp><rt>かな</rt><rp>)</rp></ruby></p>',
      ),
    ),
  ).toEqual(['漢（かん）字（じ）と仮名（かな）'])
})

test('a line under a picture that says who took it is its caption', async () => {
  const blocks = await read(
    '<p><img src="a.jpg"></p><p>石匠在桥下。何秋 摄</p><p>次日，何秋摄</p><div class="pic-text">桥上</div>',
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['caption', 'paragraph', 'caption'])
})

test.each([
  [
    '<p>水<sup><a href="#n1">1</a></sup></p>',
    '<ol><li id="n1"><p>河也。 <a href="#r1">↩</a></p></li></ol>',
    '1',
    '河也。',
  ],
  [
    '<p>水<a href="#_ftn1" name="_ftnref1">[1]</a></p>',
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> 河也。</p>',
    '1',
    '河也。',
  ],
  ['<p>水<a href="#a"><sup>①</sup></a></p>', '<div id="a">①河也。</div>', '①', '河也。'],
  [
    '<p>水<a epub:type="noteref" href="#a">*</a></p>',
    '<aside epub:type="footnote" id="a">河也。</aside>',
    '*',
    '河也。',
  ],
])('what a sign in the text links to further down is a footnote (%#)', async (call, note, marker, text) => {
  const blocks = await read(`${call}<p>正文</p>${note}`)
  expect(blocks.at(-1)).toMatchObject({ kind: 'footnote', marker, text })
})

test.each([
  ['<p><a href="#s1">1</a></p>', '<p id="s1">第一节</p>', 'paragraph'],
  ['<p><sup><a href="#s1">1</a></sup></p>', '<h2 id="s1">第一节</h2>', 'heading'],
  ['<p id="s1">第一节</p>', '<p><sup><a href="#s1">1</a></sup></p>', 'paragraph'],
])('what a table of contents links to is no footnote (%#)', async (first, last, kind) => {
  expect((await read(`${first}${last}`)).at(-1)?.kind).toBe(kind)
})

test('links start from the address of the page', async () => {
  const head = '<link rel="canonical" href="https://a.example/2022/1.html">'
  const [block] = await read('<p><a href="../about">关于</a><a href="javascript:x">无</a></p>', head)
  expect(block?.marks).toEqual([{ start: 0, end: 2, kind: 'link', href: 'https://a.example/about' }])
})

test('a page in XHTML is read as XML: elements that close themselves are closed', async () => {
  const bytes = new TextEncoder().encode(
    '<?xml version="1.0"?><html><head><title/></head><body><p><a id="x"/>甲</p></body></html>',
  )
  expect(texts((await readDocument({ name: 'x.xhtml', bytes }, {})).blocks)).toEqual(['甲'])
})

test('a short notice on a page full of menus is its text', async () => {
  const notice =
    '<div id="zoom"><p>因管道检修，3月6日8时至18时城南片区停水，请居民提前储水。</p><p>特此公告。</p></div>'
  const blocks = await read(`<div>${MENU.repeat(8)}</div><h1>公告</h1>${notice}<div>版权所有</div>`)
  expect(kept(blocks)).toEqual(['公告', '因管道检修，3月6日8时至18时城南片区停水，请居民提前储水。', '特此公告。'])
})

test('a cell of a table with a text in many lines is read as text', async () => {
  const blocks = await read(
    '<table><tr><td>老石</td><td>第一段。<br><br>第二段。<br><br>第三段。<br></td></tr></table>',
  )
  expect(texts(blocks)).toEqual(['老石', '第一段。', '第二段。', '第三段。'])
})

test('what is there to be operated is left out, though it is made of text', async () => {
  expect(texts(await read('<h2>沿革<span class="mw-editsection">[<a href="/e">编辑</a>]</span></h2>'))).toEqual([
    '沿革',
  ])
})

test('a page too large for Readability is told from what stands around it by its sentences', async () => {
  const blocks = await read(
    `<div>${MENU}</div><h1>修桥记</h1><div>${`<p>${SENTENCE}</p>`.repeat(5_000)}</div><div>${MENU}</div>`,
  )
  expect(kept(blocks)).toHaveLength(5_001)
  expect(blocks).toHaveLength(5_007)
})
