import { expect, test } from 'vitest'
import { sorted, textOfStandoff } from './together'

const file = (path: string) => {
  const folders = path.split('/')
  const name = folders.pop() as string
  return { name, folders, path }
}
const pathsOf = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path)

test('annotations are read together with the texts beside them; other projects each alone, and documents are left', () => {
  const files = ['p.qdpx', 'a/x.ann', 'a/x.txt', 'b/X.ANN', 'b/x.txt', 'c/x.txt', 'y.txt', 'q.json'].map(file)
  const { exchanged, documents } = sorted(files)
  expect(exchanged.map(pathsOf)).toEqual([['a/x.ann', 'b/X.ANN', 'a/x.txt', 'b/x.txt'], ...[['p.qdpx'], ['q.json']]])
  expect(pathsOf(documents)).toEqual(['c/x.txt', 'y.txt'])
  const [set = []] = exchanged
  expect(set.slice(0, 2).map((each) => textOfStandoff(each, set)?.path)).toEqual(['a/x.txt', 'b/x.txt'])
})
