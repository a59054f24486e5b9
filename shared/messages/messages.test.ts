import { expect, test } from 'vitest'
import { chooseLanguage, LANGUAGES, translator } from './index'

type Catalogue = { readonly [key: string]: string | Catalogue }

const leaves = (catalogue: Catalogue, path = ''): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const blanks = (words: string): string[] => [...new Set(words.match(/\{\{\w+\}\}/g) ?? [])].sort()

const english = leaves(LANGUAGES.en.messages)

for (const [tag, { name, messages }] of Object.entries(LANGUAGES)) {
  const own = leaves(messages)

  test(`${name} has every message, and no other`, () => {
    const wanted = new Set(english.map(([key]) => stem(key)))
    const there = new Set(own.map(([key]) => stem(key)))
    expect(
      [...wanted].filter((key) => !there.has(key)),
      'missing',
    ).toEqual([])
    expect(
      [...there].filter((key) => !wanted.has(key)),
      'not in English',
    ).toEqual([])
    expect(
      own.filter(([, words]) => words.trim() === '').map(([key]) => key),
      'empty',
    ).toEqual([])
  })

  test(`${name} has every plural form of its language`, () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    const plurals = new Set(english.filter(([key]) => stem(key) !== key).map(([key]) => stem(key)))
    const there = new Set(own.map(([key]) => key))
    const missing = [...plurals]
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !there.has(key))
    expect(missing).toEqual([])
  })

  test(`${name} fills the same blanks as English`, () => {
    const wanted = new Map(english.map(([key, words]) => [stem(key), blanks(words)]))
    const other = own.filter(([key, words]) => blanks(words).some((blank) => !wanted.get(stem(key))?.includes(blank)))
    expect(other.map(([key]) => key)).toEqual([])
  })
}

/** The characters of Big5 as it is used in Taiwan; simplified ones are not among them. */
function big5(): Set<string> {
  const decoder = new TextDecoder('big5')
  const trails = [...Array(0x3f).keys()].map((at) => 0x40 + at).concat([...Array(0x5e).keys()].map((at) => 0xa1 + at))
  const leads = [...Array(0xf9 - 0xa4 + 1).keys()].map((at) => 0xa4 + at).filter((lead) => lead < 0xc7 || lead > 0xc8)
  return new Set(leads.flatMap((lead) => trails.map((trail) => decoder.decode(new Uint8Array([lead, trail])))))
}

test('繁體中文 is written in Traditional characters and with its own quotation marks', () => {
  const traditional = big5()
  const strange = leaves(LANGUAGES['zh-Hant'].messages).flatMap(([key, words]) => {
    const found = [...words].filter((sign) => /\p{Script=Han}/u.test(sign) && !traditional.has(sign))
    return found.length > 0 || /[“”‘’]/.test(words) ? [`${key}: ${found.join('')} in ${words}`] : []
  })
  expect(strange).toEqual([])
})

test('the interface speaks Chinese to a Chinese system and English to one it does not know', () => {
  for (const tag of ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK', 'zh-Hans-TW'])
    expect(chooseLanguage([tag, 'en']), tag).toBe('zh-Hans')
  for (const tag of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN', 'zh-Hant-HK', 'zh-hant-tw'])
    expect(chooseLanguage([tag, 'en']), tag).toBe('zh-Hant')
  expect(chooseLanguage(['fr', 'en-GB'])).toBe('en')
  expect(chooseLanguage(['fr'])).toBe('en')
  expect(chooseLanguage([])).toBe('en')
})

test('a message is filled and counted', () => {
  expect(translator('en')('changes.tagged', { count: 3, theme: '强首府' })).toBe('Tagged 3 passages with “强首府”')
  expect(translator('en')('changes.tagged', { count: 1, theme: '强首府' })).toContain('1 passage with')
  expect(translator('zh-Hans')('changes.tagged', { count: 3, theme: '强首府' })).toContain('3')
})
