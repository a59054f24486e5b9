import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../fold'
import { BREAK, clausesOf, KIND, kindTable } from './clauses'
import { type SetPhrase, setPhrases } from './phrases'
import { trimmed, weightOf } from './trimming'

const texts = (...all: string[]) => all.map((text, i) => ({ id: `${i}`, text }))
const phrases = (found: readonly SetPhrase[]) => found.map(({ phrase }) => phrase)

const FIRST = '会议强调，要全面贯彻新发展理念，切实提高政治站位。全市上下大胆闯、大胆试、大胆干。'
const SECOND = '會議指出,要全面貫徹新發展理念,切實提高政治站位。各縣要“大膽闖,大膽試”,守住底線。'
const THIRD = '我们坚持新发展理念不动摇，坚持底线思维。新发展理念是行动的先导。'

test('an expression that recurs is found without a list of words, whatever its script and its marks', () => {
  const found = setPhrases(texts(FIRST, SECOND, THIRD))
  expect(phrases(found)).toEqual(['新发展理念', '全面贯彻新发展理念', '切实提高政治站位'])
  const [shorter, longer] = found
  expect(longer).toMatchObject({ texts: 2, alone: 2 })
  expect(longer?.spellings).toEqual([
    { text: '全面贯彻新发展理念', count: 1 },
    { text: '全面貫徹新發展理念', count: 1 },
  ])
  expect(shorter).toMatchObject({ texts: 3, alone: 2 })
  expect(shorter?.places.texts).toEqual(Uint32Array.of(0, 1, 2, 2))
})

test('what stands only inside a longer expression is not listed, and words that only bind are cut off its ends', () => {
  const found = setPhrases(
    texts('为了营商环境持续优化的目标。', '这是营商环境持续优化的成果。', '看营商环境持续优化的成效'),
  )
  expect(phrases(found)).toEqual(['营商环境持续优化'])
})

test('what is a word of its own is not cut, though it begins or ends with what only binds', () => {
  const found = (one: string, other: string) => phrases(setPhrases(texts(one, other)))
  expect(found('要构建和谐社会', '为了和谐社会。')).toEqual(['和谐社会'])
  expect(found('全面从严治党', '坚持从严治党')).toEqual(['从严治党'])
  expect(found('推进碳达峰碳中和', '做好碳达峰碳中和！')).toEqual(['碳达峰碳中和'])
  expect(found('把握新发展阶段', '要把握新发展阶段。')).toEqual(['把握新发展阶段'])
  expect(found('坚持以人民为中心的思想', '要以人民为中心的作风')).toEqual(['以人民为中心'])
  expect(found('下大力气着力解决问题', '要着力解决问题')).toEqual(['着力解决问题'])
})

test('a part of a word at an end is taken off, and a phrase in another text is listed though it stands there once', () => {
  const found = setPhrases(texts('5日上午在北京人民大会堂开幕', '11日下午在北京人民大会堂闭幕', '走过北京人民大会堂'))
  expect(found.map(({ phrase, texts: spread }) => [phrase, spread])).toEqual([['北京人民大会堂', 3]])
  const longer = setPhrases(texts('切实提高政治站位', '切實提高政治站位', '以提高政治站位'))
  expect(longer.map(({ phrase, texts: spread }) => [phrase, spread])).toEqual([
    ['提高政治站位', 3],
    ['切实提高政治站位', 2],
  ])
})

test('no date is a phrase or a part of one, and numbers are whole', () => {
  const found = (one: string, other: string) => phrases(setPhrases(texts(one, other)))
  expect(found('市政府2021年3月5日开会', '县政府110年3月5日开会')).toEqual([])
  expect(found('新华社北京3月5日电', '新华社北京3月11日电')).toEqual(['新华社北京'])
  expect(found('二〇三五年远景目标', '二〇三五年远景目标')).toEqual(['二〇三五年远景目标'])
  expect(found('国内生产总值增长6.5%以上', '國內生產總值增長６.５％以上')).toEqual(['国内生产总值增长6.5%以上'])
  expect(found('国内生产总值增长6.5%', '国内生产总值增长6.1%')).toEqual(['国内生产总值增长'])
  expect(found('道光二十年五月初八日奉上諭', '道光二十年五月初九日奉上諭')).toEqual([])
})

test('the number of a heading is no part of a phrase, and no number is parted from what it counts', () => {
  const found = (one: string, other: string) => phrases(setPhrases(texts(one, other)))
  expect(found('二、主要任务目标', '三、主要任务目标')).toEqual(['主要任务目标'])
  expect(found('一、主要任务目标', '一、主要任务目标')).toEqual(['主要任务目标'])
  expect(found('新增5家企业进入园区', '吸引18家企业进入园区')).toEqual(['企业进入园区'])
  expect(found('新增企业达到12万户', '新增企业达到12亿元')).toEqual(['新增企业达到'])
  expect(found('不能各吹各的号、各唱各的调', '莫要各吹各的号，各唱各的调。')).toEqual(['各吹各的号', '各唱各的调'])
  expect(found('国务院办公厅关于春节', '國務院辦公廳關於中秋')).toEqual(['国务院办公厅'])
  expect(found('読まれるようになった', '話されるようになった')).toEqual([])
  expect(found('市长罗守田讲话', '县长罗守田讲话')).toEqual(['罗守田讲话'])
})

test('English and Japanese phrases lose what binds them, and quotation marks stand in pairs', () => {
  const found = (one: string, other: string) => phrases(setPhrases(texts(one, other)))
  expect(found('They spoke of the rule of law and order.', 'To the rule of law and to order')).toEqual(['rule of law'])
  expect(found('in the recovery from the COVID-19 pandemic', 'For the recovery from the COVID-19 pandemic')).toEqual([
    'recovery from the COVID-19 pandemic',
  ])
  expect(found('国民の命と暮らしを守り抜くため', '人々の命と暮らしを守り抜く。')).toEqual(['命と暮らしを守り抜く'])
  expect(found('要增强“四个意识”，', '增强“四个意识”。')).toEqual(['增强“四个意识”'])
})

test('words between spaces are never cut in two', () => {
  const found = setPhrases(
    texts(
      'He spoke of our community of shared future again.',
      'A community of shared futures? The community of shared future!',
    ),
  )
  expect(phrases(found)).toEqual(['community of shared future'])
  expect(found[0]?.places.texts).toEqual(Uint32Array.of(0, 1))
})

test('a word in an alphabet between Chinese characters is one word, with spaces around it and without', () => {
  const found = setPhrases(texts('发展 5G 网络技术', '發展5G網絡技術', '发展15G网络技术'))
  expect(found.map(({ spellings }) => spellings.map(({ text }) => text))).toEqual([
    ['网络技术', '網絡技術'],
    ['发展 5G 网络技术', '發展5G網絡技術'],
  ])
})

test('a phrase crosses no stop, and list commas and quotation marks part nothing', () => {
  const found = setPhrases(texts('甲：“稳中求进”工作总基调。', '坚持稳中求进工作总基调', '稳中求进。工作总基调'))
  expect(found.map(({ spellings }) => spellings.map(({ text }) => text))).toEqual([
    ['工作总基调'],
    ['稳中求进'],
    ['“稳中求进”工作总基调', '稳中求进工作总基调'],
  ])
})

/** Characters that no dictionary joins to words, and others; words in an alphabet; marks. */
const piece = fc.constantFrom(...'甲癸龘發发了，\n𠮷', ' ', 'new ', 'era', '3.5%', '5月')
const words = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''))

/** Where the words and characters of a row of clauses begin and end. */
function tokensOf(units: Uint16Array) {
  const kinds = kindTable()
  const tokens: { start: number; end: number }[] = []
  for (let at = 0; at < units.length; at++) {
    const kind = kinds[units[at] as number]
    const last = tokens.at(-1)
    const isSame = kind === KIND.letter && kinds[units[at - 1] as number] === KIND.letter
    const isPair = kind === KIND.lowHalf && kinds[units[at - 1] as number] === KIND.highHalf
    if (last && (isSame || isPair)) last.end = at + 1
    else if (kind !== KIND.between) tokens.push({ start: at, end: at + 1 })
  }
  return tokens
}

/** The set phrases as one would find them with all the time in the world: every stretch of every clause is held against all. */
function slowPhrases(all: readonly string[], { shortest, texts: spread }: { shortest: number; texts: number }) {
  const rows = all.map((text) => clausesOf(text).units)
  const wordsOf = (row: Uint16Array, start: number, end: number) => String.fromCharCode(...row.subarray(start, end))
  const stretches = new Map<string, { text: number; start: number; end: number; left: string; right: string }[]>()
  for (const [text, row] of rows.entries()) {
    const tokens = tokensOf(row)
    const beside = (near: number, other: number) => {
      const [one, two] = [tokens[Math.min(near, other)], tokens[Math.max(near, other)]]
      const isOne = one && two && !row.subarray(one.end, two.start).includes(BREAK)
      const token = tokens[other]
      return isOne && token ? wordsOf(row, token.start, token.end) : `${text} ${near}`
    }
    for (const [i, first] of tokens.entries()) {
      for (let j = i; j < tokens.length; j++) {
        const last = tokens[j] as (typeof tokens)[number]
        if (row.subarray(first.start, last.end).includes(BREAK)) break
        const key = wordsOf(row, first.start, last.end)
        const place = { text, start: first.start, end: last.end, left: beside(i, i - 1), right: beside(j, j + 1) }
        stretches.set(key, [...(stretches.get(key) ?? []), place])
      }
    }
  }
  const isEnough = (places: readonly { text: number }[]) =>
    places.length >= 2 && new Set(places.map(({ text }) => text)).size >= spread
  const keys = new Set<string>()
  for (const [key, places] of stretches) {
    if (!isEnough(places)) continue
    if ([places.map(({ left }) => left), places.map(({ right }) => right)].some((each) => new Set(each).size < 2))
      continue
    const units = Uint16Array.from(`${key}\0`.split(''), (each) => each.charCodeAt(0))
    const [from, until] = trimmed(units, 0, key.length)
    if (weightOf(units, from, until - from) >= shortest) keys.add(key.slice(from, until))
  }
  const listed: { key: string; places: { text: number; start: number; end: number }[]; alone: number }[] = []
  for (const key of [...keys].sort((one, other) => other.length - one.length)) {
    const places = stretches.get(key) ?? []
    const longer = listed.filter((each) => each.key.length > key.length).flatMap((each) => each.places)
    const isInside = ({ text, start, end }: (typeof places)[number]) =>
      longer.some((each) => each.text === text && each.start <= start && each.end >= end)
    const alone = places.filter((place) => !isInside(place)).length
    const within = new Set(places.filter(isInside).map(({ text }) => text))
    const isElsewhere = places.some((place) => !isInside(place) && !within.has(place.text))
    if (alone >= 2 || (alone > 0 && isElsewhere)) listed.push({ key, places, alone })
  }
  return new Map(
    listed.map(({ key, places, alone }) => [
      key,
      { alone, places: places.map(({ text, start, end }) => `${text} ${start}-${end}`).sort() },
    ]),
  )
}

test('the phrases are those of a slow search through all stretches, with all their places', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (all, shortest, spread) => {
        const rows = all.map((text) => clausesOf(text))
        const found = setPhrases(texts(...all), { shortest, texts: spread })
        const told = found.map(({ phrase, places, alone, texts: spreadOf, spellings }) => {
          expect(spreadOf).toBe(new Set(places.texts).size)
          expect(spellings.reduce((sum, { count }) => sum + count, 0)).toBe(places.texts.length)
          const inRow = Array.from(places.texts, (text, i) => {
            const { at } = rows[text] as ReturnType<typeof clausesOf>
            const start = at.lastIndexOf(places.starts[i] as number)
            return `${text} ${start}-${at.lastIndexOf((places.ends[i] as number) - 1) + 1}`
          })
          return [String.fromCharCode(...clausesOf(phrase).units), { alone, places: inRow.sort() }] as const
        })
        expect(new Map(told).size).toBe(told.length)
        expect(new Map(told)).toEqual(slowPhrases(all, { shortest, texts: spread }))
      },
    ),
    { numRuns: 500 },
  )
})

test('thousands of phrases are found, each with its places, and the limit takes the first of them', () => {
  const rare = Array.from({ length: 6000 }, (_, i) => String.fromCharCode(0x3400 + i))
  const signs = [...new Set(rare.map((each) => fold(each)))].filter((each) => rare.includes(each))
  const text = Array.from({ length: 1500 }, (_, i) => `${signs[2 * i]}${signs[2 * i + 1]}`.repeat(2)).join('。')
  const found = setPhrases(texts(text, `。${text}`, text), { limit: 5000 })
  expect(found.map(({ phrase }) => phrase).sort()).toEqual([...new Set(text.split('。'))].sort())
  expect(found.every(({ places, texts: spread }) => places.texts.join() === '0,1,2' && spread === 3)).toBe(true)
  expect(phrases(setPhrases(texts(text, text), { limit: 10 }))).toEqual(text.split('。').slice(0, 10))
})

test('a thousand texts with boilerplate in common are gone through', () => {
  const boilerplate = '本网所有内容凡注明来源的均为合作媒体所有未经许可不得转载。'.repeat(3)
  const many = Array.from(
    { length: 1000 },
    (_, i) => `第${i}篇说的是${String.fromCharCode(0x4e00 + i).repeat(5)}。${boilerplate}`,
  )
  expect(setPhrases(texts(...many))[0]?.texts).toBe(1000)
})

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
test.skipIf(!existsSync(corpus))(
  'the set phrases of the real files are found across scripts (needs ../shared/corpus)',
  () => {
    const real = readdirSync(corpus).map((name) => readFileSync(new URL(name, corpus), 'utf8'))
    const found = setPhrases(texts(...real)).map(({ phrase }) => fold(phrase))
    for (const wanted of ['全面貫徹新發展理念', '切實提高政治站位', '高质量发展', '构建新发展格局'])
      expect(found).toContain(fold(wanted))
  },
)
