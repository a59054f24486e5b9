import { expect, test } from 'vitest'
import { newId } from '../model/ids'
import type { Theme } from '../model/theme'
import { linkAcross, tagAcross } from './across-documents'
import { makeTheme } from './themes'
import { paragraphs, trialDocument } from './trial-texts'

const BY = { coder: newId(), now: 5 }

function marked(text: string, start: number, end: number) {
  const { document } = trialDocument(paragraphs(text))
  return { document, text, ranges: [{ start, end }], highlights: [], taggings: [] }
}

test('places of several documents get one theme, in one step with the theme itself', () => {
  const { theme } = makeTheme({ project: 'p', name: '高质量发展', parent: null, themes: [] }, BY)
  const documents = [marked('推动高质量发展。', 2, 7), marked('推動高質量發展。', 2, 7)]
  const { created, summary } = tagAcross({ documents, theme, made: [theme] }, BY)
  expect(created.highlights?.map(({ passage }) => passage.quote)).toEqual(['高质量发展', '高質量發展'])
  expect(created.taggings?.map((each) => each.theme)).toEqual([theme.id, theme.id])
  expect(created.themes).toEqual([theme] satisfies Theme[])
  expect(summary).toEqual({ key: 'changes.tagged', params: { count: 2, theme: '高质量发展' } })
})

test('what echoes is linked with what it echoes, and both are highlighted, in one step', () => {
  const [from, to] = [marked('乙县推动高质量发展。', 2, 9), marked('甲市推動高質量發展。', 2, 9)]
  const { created } = linkAcross({ from, to, links: [] }, BY)
  const [echo, echoed] = created.highlights ?? []
  expect(created.links).toMatchObject([{ from: echo?.id, to: echoed?.id, relation: 'echoes' }])
  const again = linkAcross(
    {
      from: { ...from, highlights: echo ? [echo] : [] },
      to: { ...to, highlights: echoed ? [echoed] : [] },
      links: created.links ?? [],
    },
    BY,
  )
  expect(again.created).toEqual({})
})
