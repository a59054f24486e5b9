import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, plainText } from '../../model/document'
import { outlineOf } from '../../model/outline'
import type { ReadDocument } from '../importer'
import { readDocument } from '../index'
import { understood } from './index'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))

/** What is understood of a page, in the order of the page, so that it can be checked by eye beside it. */
const understandingOf = ({ title, language, metadata, blocks }: ReadDocument) => ({
  title,
  language,
  metadata,
  debris: blocks.flatMap(({ debris, text }) => (debris ? [`${debris}: ${text}`] : [])),
  captions: blocks.flatMap(({ kind, text }) => (kind === 'caption' ? [text] : [])),
  outline: outlineOf(blocks).map(({ level, runIn, text }) => `${level}${runIn ? ' >' : ''} ${text}`),
})

test.each(fixtures)('the page %s is understood as its golden file says', async (name) => {
  const read = await readDocument({ name, bytes: readFileSync(folder + name) }, {})
  const golden = `${folder}${name.replace(/\.\w+$/, '')}.expected.json`
  await expect(`${JSON.stringify(understandingOf(read), null, 2)}\n`).toMatchFileSnapshot(golden)
})

test('who answers for a page is its editor, and others who edited it are kept by what they are called', async () => {
  const read = async (foot: string) => {
    const text = `渡口的灯\n2021年5月6日 来源：江边日报\n每天傍晚，老周都要到渡口点一盏灯，点了二十六年。\n${foot}\n`
    const { metadata } = await readDocument({ name: 'a.txt', bytes: new TextEncoder().encode(text) }, {})
    return [metadata.editor, metadata.other]
  }
  for (const foot of [
    '编辑：李雷 责任编辑：韩梅',
    '责任编辑：韩梅 编辑：李雷',
    '编辑：李雷\n责编：韩梅',
    '编辑丨李雷\n责编丨韩梅',
  ])
    expect(await read(foot)).toEqual(['韩梅', { 编辑: '李雷' }])
  expect(await read('編輯：李雷')).toEqual(['李雷', undefined])
  expect(await read('責任編輯：韓梅')).toEqual(['韓梅', undefined])
})

const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const real = (file: string, check: (read: ReadDocument, debris: readonly string[]) => void): void => {
  test.skipIf(!existsSync(corpus + file))(`the real page ${file} is understood: origin, debris, outline`, async () => {
    const read = await readDocument({ name: file, bytes: readFileSync(corpus + file) }, {})
    const debris = read.blocks.flatMap(({ debris, text }) => (debris ? [`${debris} ${text.slice(0, 12)}`] : []))
    check(read, debris)
  })
}

real('000_6fe4fb3977ce7d35.txt', ({ metadata, blocks }, debris) => {
  expect(metadata).toMatchObject({
    date: '2020-11-12T13:40',
    source: '廣西日報',
    reporter: '陳貽澤',
    editor: '李依環、呂騰龍',
    place: '南寧',
    section: '干部論壇',
    other: { 摄影: '鄧華' },
    evidence: {
      date: { by: 'text', quote: '2020年11月12日13:40' },
      reporter: { by: 'text', quote: '(記者/陳貽澤)' },
      editor: { by: 'text', quote: '責編:李依環、呂騰龍' },
    },
  })
  expect(metadata.title).toMatch(/^鹿心社:深入學習.*核心增長極$/)
  expect(debris).toEqual([
    'breadcrumb 中國共產黨新聞網>>干部',
    'byline 2020年11月12日1',
    'source 原標題:2020年11月',
    'editor (責編:李依環、呂騰龍)',
    ...Array(2).fill('qrCode 微信“掃一掃”添加“學習'),
    ...Array(2).fill('qrCode 微信“掃一掃”添加“人民'),
  ])
  expect(blocks.filter(({ kind }) => kind === 'caption').map(({ text }) => text.slice(-5))).toEqual(['鄧 華/攝'])
})

real('003_37eb0cade54b806a.txt', ({ metadata, blocks }, debris) => {
  expect(metadata).toMatchObject({
    date: '2021-12-30T08:26:54+08:00',
    source: '右江日报',
    reporter: '刘彩强',
    url: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112302230688990',
    evidence: { source: { by: 'text' }, reporter: { by: 'text', quote: '(记者刘彩强)' } },
  })
  expect(metadata.evidence?.date).toBeUndefined()
  expect(debris).toEqual([
    'source （文章来源：右江日报）',
    'source http://finew',
    'navigation 返回右江日报新闻｜返回首',
  ])
  expect(blocks.filter(({ debris }) => !debris)).toHaveLength(7)
})

real('004_c29f753ae4b19a69.txt', ({ metadata, blocks }, debris) => {
  expect(metadata).toEqual({
    title: '市委书记在都市圈建设重点工作推进会上的讲话',
    evidence: { title: { by: 'text', quote: '市委书记在都市圈建设重点工作推进会上的讲话' } },
  })
  expect(debris).toEqual([
    'footer 文似观山不喜平 — — ',
    'counter 网友供稿 分享 时间: ',
    'repeated 市委书记在都市圈建设重点',
    'counter 221381',
    'advert 领取福利',
    'qrCode 微信扫码领取福利',
    'qrCode 微信扫码分享',
  ])
  const outline = outlineOf(blocks).map(({ level, text }) => `${level} ${text.slice(0, 7)}`)
  expect(outline).toEqual([
    '1 市委书记在都市',
    '2 一、牢记使命、',
    ...['(一)打造X都', '(二)打造X都', '(三)打造X都', '(四)打造X都'].map((each) => `3 ${each}`),
    '2 二、摸清底数、',
    '3 第一个问题,X',
    '3 第二个问题,X',
    ...['一是能级小的问', '二是结构重的问', '三是城市旧的问', '四是欠账多的问'].map((each) => `4 ${each}`),
    '3 第三个问题,发',
    ...['一是守牢水安全', '二是守牢粮食安', '三是守牢生态安'].map((each) => `4 ${each}`),
    '3 第四个问题,发',
    '2 三、突出重点、',
    ...['一是体量不能小', '二是增速不能慢', '三是品质不能低', '四是发展不能虚', '五是底线不能破'].map(
      (each) => `3 ${each}`,
    ),
    '3 (一)聚焦交通',
    ...['一是对接X新城', '二是对接花湖机', '三是提升多式联'].map((each) => `4 ${each}`),
    '3 (二)聚焦创新',
    ...['一是推进创新平', '二是强化企业创', '三是建设区域性'].map((each) => `4 ${each}`),
    '3 (三)聚焦产业',
    ...['一是新材料产业', '二是电子信息产', '三是新能源和智'].map((each) => `4 ${each}`),
    '3 (四)聚焦全域',
    ...['一是建设X市临', '二是建设X港区', '三是建设下陆区', '四是建设航空小'].map((each) => `4 ${each}`),
    '3 (五)聚焦深化',
    ...['一是抓港口发展', '二是抓开放平台', '三是抓营商环境'].map((each) => `4 ${each}`),
    '3 (六)聚焦提升',
    ...['一是以创建完整', '二是以文旅融合', '三是以共同缔造'].map((each) => `4 ${each}`),
    '3 一是建成节点',
    '3 二是提升品质',
    '2 四、知重负重、',
    ...['一)强化政治', '二)奋进全省', '三)善用"拿', '四)大兴调查', '五)激励担当', '六)加强区域'].map(
      (each) => `3 (${each}`,
    ),
  ])
})

const lines = fixtures.flatMap((name) => readFileSync(folder + name, 'utf8').split(/\n+/))
const kinds = fc.constantFrom('paragraph', 'heading', 'listItem', 'quotation', 'tableRow', 'code', 'footnote' as const)
const block: fc.Arbitrary<Block> = fc.record({
  kind: kinds,
  text: fc
    .oneof(fc.constantFrom(...lines), fc.string(), fc.string({ unit: 'binary' }))
    .map((text) => text.replace(/\n/g, ' ')),
}) as fc.Arbitrary<Block>

test('words and their order never change: blocks are only flagged', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), fc.string(), (blocks, title) => {
      const document: ReadDocument = { title, metadata: {}, language: 'und', format: 'html', blocks, remarks: [] }
      const read = understood(document)
      expect(plainText(read.blocks)).toBe(plainText(blocks))
      read.blocks.forEach((each, at) => {
        const { debris: _, confidence: __, ...rest } = each
        expect(rest).toEqual(each.kind === 'caption' ? { ...blocks[at], kind: 'caption' } : blocks[at])
      })
      const again = understood(read).blocks
      read.blocks.forEach(({ debris }, at) => {
        if (debris) expect(again[at]?.debris).toBe(debris)
      })
    }),
  )
})

test('what the format gives is not overwritten, and what the text gives says where it stands', () => {
  const text = '2021年3月5日 来源：临江日报 作者：许望之'
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '书屋' },
    { kind: 'paragraph', text },
    { kind: 'paragraph', text: '夜幕降临，村头的书屋亮起了灯。孩子们放下书包，围坐在长桌旁。' },
  ]
  const metadata = { date: '2020-01-01', evidence: { date: { by: 'markup' } as const } }
  const read = understood({ title: '书屋', metadata, language: 'zh-Hans', format: 'html', blocks, remarks: [] })
  expect(read.metadata).toEqual({
    title: '书屋',
    date: '2020-01-01',
    source: '临江日报',
    author: '许望之',
    evidence: {
      date: { by: 'markup' },
      title: { by: 'text', quote: '书屋' },
      source: { by: 'text', quote: '来源：临江日报' },
      author: { by: 'text', quote: '作者：许望之' },
    },
  })
})

test('a page that is nothing but words of a page is text', async () => {
  const bytes = new TextEncoder().encode('要闻\n\n经济\n\n社会\n\n分享到：微信\n')
  const { blocks } = await readDocument({ name: 'menu.txt', bytes }, {})
  expect(blocks.filter(({ debris }) => debris)).toEqual([])
})

test('the source that the text names goes before the name of the site that shows it, which is kept', async () => {
  const page =
    '<!doctype html><html lang="zh"><head><title>临江大桥通车</title><meta property="og:site_name" content="某某资讯"></head><body><article><h1>临江大桥通车</h1><p>2022-03-05 10:20 来源：临江日报</p><p>3月4日，临江大桥正式通车。大桥全长四公里，连接河西与河东两个新区。</p><p>市民纷纷前来参观，在桥上走了一个来回又一个来回。</p></article></body></html>'
  const { metadata } = await readDocument({ name: 'x.html', bytes: new TextEncoder().encode(page) }, {})
  expect(metadata).toMatchObject({
    source: '临江日报',
    other: { 网站: '某某资讯' },
    evidence: { source: { by: 'text', quote: '来源：临江日报' } },
  })
})
