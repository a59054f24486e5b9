import { expect, test } from 'vitest'
import { isEmpty, merge } from '../model/changes'
import { type Block, plainText } from '../model/document'
import type { Highlight, Tagging } from '../model/highlight'
import type { Theme } from '../model/theme'
import { acceptedSpeakers } from '../queries/accepted-speakers'
import { suggestSpeakers } from '../queries/speakers'
import { acceptSpeakers } from './speakers'
import { makeThemePath } from './themes'

const blocks: Block[] = ['市委书记周明远强调，要修好路。', '李秀兰说：“路通了。”', '周明远指出，水是根本。'].map(
  (text) => ({ kind: 'paragraph', text }),
)
const text = plainText(blocks)
const suggestions = suggestSpeakers(blocks)
const by = { coder: 'k', now: 2 }
const none = { themes: [], highlights: [], taggings: [] }

interface There {
  readonly themes: readonly Theme[]
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
}
const accept = (which = suggestions, there: There = none) =>
  acceptSpeakers(
    { document: { id: 'd', project: 'p' }, text, parents: ['说话人', 'Speakers'], ...there, suggestions: which },
    by,
  )
const made = ({ created }: ReturnType<typeof accept>): There => ({
  themes: created.themes ?? [],
  highlights: created.highlights ?? [],
  taggings: created.taggings ?? [],
})
/** `PARENT / NAME| words` for each tagging. */
const marked = ({ themes, highlights, taggings }: There): string[] =>
  taggings.map(({ highlight, theme }) => {
    const own = themes.find(({ id }) => id === theme)
    const parent = themes.find(({ id }) => id === own?.parent)
    return `${parent?.name} / ${own?.name}| ${highlights.find(({ id }) => id === highlight)?.passage.quote}`
  })

test('what each speaker says is highlighted with a theme of the speaker, all in one step', () => {
  const changes = accept()
  expect(marked(made(changes))).toEqual([
    '说话人 / 周明远| 要修好路。',
    '说话人 / 周明远| 水是根本。',
    '说话人 / 李秀兰| 路通了。',
  ])
  expect(changes.created.themes?.map(({ name }) => name)).toEqual(['说话人', '周明远', '李秀兰'])
  expect(changes.summary).toEqual({ key: 'changes.acceptedSpeakers', params: { count: 3 } })
})

test('only what is accepted is marked, and nothing where nothing is', () => {
  expect(marked(made(accept(suggestions.slice(1, 2))))).toEqual(['说话人 / 李秀兰| 路通了。'])
  expect(isEmpty(accept([]))).toBe(true)
})

test('themes that are there are used: of another language of the interface, and a name in the other script', () => {
  const there = made(
    merge(makeThemePath({ project: 'p', path: 'Speakers / 周明遠', themes: [] }, by).changes, accept([])),
  )
  const changes = accept(suggestions, there)
  expect(changes.created.themes?.map(({ name }) => name)).toEqual(['李秀兰'])
  expect(marked({ ...made(changes), themes: [...there.themes, ...made(changes).themes] })[0]).toBe(
    'Speakers / 周明遠| 要修好路。',
  )
})

test('what was accepted is known again, and accepted again changes nothing', () => {
  const there = made(accept(suggestions.slice(0, 2)))
  expect([...acceptedSpeakers(suggestions, there)]).toEqual(suggestions.slice(0, 2))
  expect(isEmpty(accept(suggestions.slice(0, 2), there))).toBe(true)
  expect(marked({ ...there, ...made(accept(suggestions, there)), themes: there.themes, highlights: [] })).toHaveLength(
    1,
  )
})

test('a slash in a name parts no path of themes', () => {
  const [first] = suggestions
  const changes = accept(first ? [{ ...first, speaker: 'ANNA / BORIS' }] : [])
  expect(changes.created.themes?.[1]?.name).toBe('ANNA ／ BORIS')
})
