import { expect, test } from 'vitest'
import { fingerprints } from './fingerprints'

const LONG = '红旗渠精神代代相传，渠水长流，林县人民的子孙不会忘记那些开山的日子。'

test('documents are compared by the contents they show, each handed over once', () => {
  const library = fingerprints()
  library.add([
    { content: 'one', text: LONG },
    { content: 'two', text: '另一篇讲的是湖上的渔家，和一盏点了二十六年的灯。' },
  ])
  const documents = [
    { id: 'a', content: 'one' },
    { id: 'b', content: 'two' },
    { id: 'c', content: 'unknown' },
  ]
  expect(library.duplicates(documents, ['a', 'b', 'c'])).toEqual([])
  library.add([{ content: 'three', text: LONG.replaceAll('，', ' ') }])
  const more = [...documents, { id: 'd', content: 'three' }, { id: 'e', content: 'one' }]
  expect(library.duplicates(more, ['d'])).toEqual([{ document: 'd', of: 'a', kind: 'same', share: 1 }])
  expect(library.duplicates(more, ['e']).map(({ of }) => of)).toEqual(['a'])
})
