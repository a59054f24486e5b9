import { expect, test } from 'vitest'
import type { Block } from '#shared/model/document'
import { saidLabels } from './said'

const block = (start: number | undefined, speaker?: string): Block => ({
  kind: 'paragraph',
  text: 'Words.',
  ...(start !== undefined && { time: { start } }),
  ...(speaker !== undefined && { speaker }),
})

test('who speaks is shown with the time where another one begins', () => {
  const blocks = [block(0, '王芳'), block(90_000, '王芳'), block(95_000, 'Li'), block(96_000), block(undefined, 'Li')]
  expect(saidLabels(blocks)).toEqual(['王芳  00:00:00', '', 'Li  00:01:35', '00:01:36', 'Li'])
})

test('where nobody is named the time is shown each minute, and texts without times show nothing', () => {
  expect(saidLabels([block(500), block(30_000), block(60_500), block(70_000)])).toEqual([
    '00:00:00',
    '',
    '00:01:00',
    '',
  ])
  expect(saidLabels([block(undefined), block(undefined)])).toEqual([null, null])
})
