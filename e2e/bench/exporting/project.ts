import { deflateSync, strToU8 } from 'fflate'
import { makeBlocks, makeSpans, numbers } from '../page/text'

/** How large a project is to be. Each highlight has two themes, so that there are twice as many taggings. */
export interface WantedProject {
  readonly documents: number
  /** In each document. */
  readonly highlights: number
  /** Characters of each document. */
  readonly length: number
}

const PIGMENTS = ['cinnabar', 'azurite', 'gamboge', 'malachite', 'rouge', 'ochre', 'indigo', 'rosewood']
const RELATIONS = ['supports', 'contradicts', 'echoes', '改写自']
const THEMES = 200
const CODERS = 3
/** From 2 January 2026. */
const FIRST = Date.UTC(2026, 0, 2)

const newId = (kind: number, at: number): string =>
  `0190000${kind}-0000-7000-8000-${(at + 1).toString(16).padStart(12, '0')}`
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/**
 * The snapshot of a project as the app reads one: texts of Chinese with their originals, 200 themes four deep, three
 * coders, passages with two themes each, one in ten of them with a note and one in fifty with a link to the next.
 */
export function makeProject({ documents, highlights: each, length }: WantedProject) {
  const next = numbers(documents * each)
  const project = { id: newId(0, 0), name: '大项目', created: FIRST }
  const own = { project: project.id }
  const coders = many(CODERS, (at) => ({ id: newId(1, at), ...own, name: `读者 ${at + 1}`, created: FIRST }))
  const coder = (at: number) => newId(1, at % CODERS)
  const themes = many(THEMES, (at) => ({
    id: newId(2, at),
    ...own,
    name: `主题 ${at + 1}`,
    parent: at % 10 === 0 ? null : newId(2, at % 4 === 0 ? at - 1 : at - (at % 10)),
    order: at,
    colour: PIGMENTS[at % PIGMENTS.length],
    description: at % 3 === 0 ? '凡说到此事的话，不论在哪里，都归在这里。' : '',
    coder: coder(at),
    created: FIRST + at,
  }))
  const attributes = [{ id: newId(3, 0), ...own, name: '版面', type: 'text', order: 0, created: FIRST }]
  const made = many(documents, (at) => {
    const blocks = makeBlocks(length, at + 1)
    const text = blocks.map((block) => block.text).join('\n')
    const bytes = strToU8(text)
    const hash = newId(4, at).replaceAll('-', '').padEnd(64, '0')
    const original = { hash, bytes: deflateSync(bytes), size: bytes.length, stored: 'deflate' }
    const content = { id: newId(5, at), ...own, blocks, original: hash }
    const document = {
      id: newId(6, at),
      ...own,
      title: `第 ${at + 1} 篇`,
      metadata: { author: '本报评论员', source: '报纸', date: `20${10 + (at % 16)}-0${1 + (at % 9)}-15` },
      language: 'zh-Hans',
      format: 'text',
      fileName: `${at + 1}.txt`,
      content: content.id,
      length: text.length,
      attributes: { [newId(3, 0)]: `第 ${1 + (at % 8)} 版` },
      order: at,
      created: FIRST + at,
    }
    const highlights = makeSpans(blocks, each, at + 1).map(({ start, end }, index) => ({
      id: newId(7, at * each + index),
      ...own,
      document: document.id,
      passage: {
        start,
        end,
        quote: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      coder: coder(index),
      created: FIRST + 60_000 * (at * each + index),
    }))
    return { document, content, original, highlights }
  })
  const highlights = made.flatMap((one) => one.highlights)
  const taggings = highlights.flatMap(({ id, document, created }, at) =>
    many(2, (more) => ({
      ...{ id: newId(8, 2 * at + more), ...own, highlight: id, document },
      theme: newId(2, (Math.floor(next() * (THEMES / 2)) * 2 + more) % THEMES),
      ...{ coder: coder(at + more), created },
    })),
  )
  const noted = highlights.filter((_, at) => at % 10 === 0)
  const notes = noted.map(({ id, created }, at) => ({
    ...{ id: newId(9, at), ...own, about: { kind: 'highlight', id } },
    text: '这里的说法与**前一篇**不同。\n\n- 先说是什么\n- 再说怎么办',
    ...{ coder: coder(at), created, modified: created },
  }))
  const links = highlights.slice(1).flatMap(({ id: to, created }, at) => {
    const ends = { from: highlights[at]?.id, to, relation: RELATIONS[at % RELATIONS.length] }
    return at % 50 === 0 ? [{ id: `01900010${newId(0, at).slice(8)}`, ...own, ...ends, coder: coder(at), created }] : []
  })
  return {
    ...{ project, coders, themes, attributes, highlights, taggings, notes, links },
    documents: made.map(({ document }) => document),
    contents: made.map(({ content }) => content),
    originals: made.map(({ original }) => original),
    revisions: [],
  }
}
