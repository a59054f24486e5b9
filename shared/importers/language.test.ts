import fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterCount, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-script'
import { languageOf } from './language'

const en =
  'It is a truth that the reader of the book is not the one who wrote it, and that they meet only in the margin.'

test.each([
  ['zh-Hans', '会议强调，要坚持一张蓝图绘到底，切实把思想和行动统一起来。'],
  ['zh-Hant', '會議強調，要堅持一張藍圖繪到底，切實把思想和行動統一起來。'],
  ['zh-Hans', '山高月小，水落石出。'],
  ['zh-Hans', '我们使用 Unicode 和 Web Annotation 等 standards 来记录批注。'],
  ['ja', '国境の長いトンネルを抜けると、そこには誰もいなかった。'],
  ['ko', '독자는 책의 여백에 자신의 생각을 적는다. 漢字'],
  ['ru', 'Читатель пишет на полях книги.'],
  ['el', 'Ο αναγνώστης γράφει στο περιθώριο.'],
  ['ar', 'يكتب القارئ في هامش الكتاب'],
  ['he', 'הקורא כותב בשולי הספר'],
  ['en', en],
  ['en', `${en} The word 風骨 has no equal in English.`],
  [
    'fr',
    'Le lecteur qui écrit dans la marge de son livre ne le fait pas pour lui, mais pour ceux qui le lisent avec lui.',
  ],
  [
    'de',
    'Der Leser, der an den Rand des Buches schreibt, tut es nicht für sich, sondern für die, die es mit ihm lesen und nicht sehen.',
  ],
  [
    'es',
    'El lector que escribe en el margen del libro no lo hace para él, sino para los que leen con él y para la memoria.',
  ],
  [
    'it',
    'Il lettore che scrive nel margine del libro non lo fa per sé, ma per quelli che leggono con lui e per la memoria.',
  ],
  [
    'pt',
    'O leitor que escreve na margem do livro não o faz para si, mas para os que o leem com ele e para a memória do que foi.',
  ],
  [
    'und',
    'Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore magna aliqua enim minim',
  ],
  ['und', 'Notes with a bell, a form feed, a line separator, a next line, a long list.'],
  ['und', '1978 — 2023'],
])('the language %s is told from its characters and words: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test('a declared language is believed when the text is in its script', () => {
  expect(languageOf(en, 'en-gb')).toBe('en-GB')
  expect(languageOf('Brevis esse laboro, obscurus fio.', 'la')).toBe('la')
  expect(languageOf('会议强调，要坚持。', 'en')).toBe('zh-Hans')
  expect(languageOf('會議強調，要堅持。', 'zh-CN')).toBe('zh-Hant')
  expect(languageOf('山高月小，水落石出。', 'zh-TW')).toBe('zh-Hant')
  expect(languageOf(en, 'not a tag!')).toBe('en')
})

test('no character is taken for both Simplified and Traditional only', () => {
  const members = (pattern: RegExp) => [...pattern.source.slice(1, -2)]
  const traditional = new Set(members(TRADITIONAL_ONLY))
  expect(members(SIMPLIFIED_ONLY).filter((character) => traditional.has(character))).toEqual([])
  expect(traditional.size).toBeGreaterThan(120)
})

test('characters are counted in runs as they are one by one', () => {
  const letter = fc.constantFrom('文', '𠮷', '國', '国', 'a', '，', ' ', '\ud842')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
      const text = letters.join('')
      expect(characterCount(text, /\p{sc=Han}+/gu)).toBe(text.match(/\p{sc=Han}/gu)?.length ?? 0)
      expect(characterCount(text, TRADITIONAL_ONLY)).toBe([...text].filter((each) => each === '國').length)
    }),
  )
})
