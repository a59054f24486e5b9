import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name'

const name = (title: string, taken = new Set<string>()) => fileName(title, 'md', taken, 'untitled')

test('a title becomes a name that every system accepts', () => {
  expect(name('强首府：“三问”/三答?')).toBe('强首府：“三问”-三答-.md')
  expect(name('CON')).toBe('_CON.md')
  expect(name('  ... ')).toBe('untitled.md')
  expect(name('.hidden.')).toBe('hidden.md')
})

test('two documents of one title get two names, whatever their case', () => {
  const taken = new Set<string>()
  expect([name('Speech', taken), name('speech', taken), name('Speech', taken)]).toEqual([
    'Speech.md',
    'speech (2).md',
    'Speech (3).md',
  ])
})

test('a name is never too long, empty, reserved or made of characters that a system refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const made = name(title)
      expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(190)
      expect(made).not.toMatch(/[<>:"/\\|?*]|[. ]\.md$|^\.|^(con|nul|aux|prn)\./i)
    }),
  )
})
