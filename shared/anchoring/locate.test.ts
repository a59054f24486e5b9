import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Passage, passageOf } from '../model/passage'
import { locate, locateAll, THRESHOLD } from './locate'

const text =
  '会议指出，要坚持以人民为中心的发展思想，扎实推进强首府战略。会议要求，各级各部门要提高认识，加强领导，' +
  '把𠮷祥村😃的经验推广开来。群众的事情无小事，要一件一件办好，一年接着一年干。最后，会议还研究了其他事项。'
const passageFor = (quote: string, within = text): Passage => {
  const at = within.indexOf(quote)
  return passageOf(within, at, at + quote.length)
}
const said = (passage: Passage, now: string): string => {
  const location = locate(passage, now)
  return location.state === 'lost' ? location.reason : `${location.state}: ${now.slice(location.start, location.end)}`
}

test('a passage in an unchanged text is exact', () => {
  expect(said(passageFor('强首府战略'), text)).toBe('exact: 强首府战略')
})

test('a passage whose surroundings were rewritten is still exact while its quote stands at its offsets', () => {
  const passage = passageFor('把𠮷祥村😃的经验推广开来')
  const now = 'x'.repeat(passage.start) + passage.quote + 'y'.repeat(50)
  expect(said(passage, now)).toBe('exact: 把𠮷祥村😃的经验推广开来')
})

test('a passage moves with the text before it', () => {
  expect(said(passageFor('强首府战略'), `新加的一段。\n${text}`)).toBe('moved: 强首府战略')
})

test('a sentence cut out and put elsewhere is found when it stands only there', () => {
  const quote = '群众的事情无小事，要一件一件办好'
  expect(said(passageFor(quote), `${quote}！${text.replace(quote, '')}`)).toBe(`moved: ${quote}`)
})

test('context decides between several places of one quote', () => {
  const passage = passageFor('会议', text.slice(30))
  expect(passage.quote).toBe('会议')
  const moved = locate(passage, text)
  expect(moved).toEqual({ state: 'moved', start: passage.start + 30, end: passage.end + 30 })
})

test('the words that happen to stand at the old offsets do not hold a passage whose context has gone on', () => {
  const was = '甲说：好。乙说：好。丙说：好。丁说：好。戊说：好。'
  const passage = passageOf(was, 13, 14)
  expect(said(passage, `己说：${was.slice(1)}`)).not.toBe('gone')
  const now = `庚说：好。${was}`
  expect(locate(passage, now)).toEqual({ state: 'moved', start: 18, end: 19 })
})

test('an edit inside the quote is reported as a change with its whole extent', () => {
  expect(said(passageFor('扎实推进强首府战略'), text.replace('强首府', '强省会'))).toBe('changed: 扎实推进强省会战略')
  expect(said(passageFor('扎实推进强首府战略'), text.replace('推进', '有力推进'))).toBe(
    'changed: 扎实有力推进强首府战略',
  )
  const location = locate(passageFor('扎实推进强首府战略'), text.replace('强首府', '强省会'))
  expect(location.state === 'changed' && location.score).toBeGreaterThan(THRESHOLD)
})

test('a changed quote is preferred to the same words in other surroundings', () => {
  const was = `${text}\n${'春夏秋冬'.repeat(20)}扎实推进强首府战略${'东南西北'.repeat(20)}`
  const now = was.replace('扎实推进强首府战略', '扎实推进首府建设战略')
  expect(said(passageFor('扎实推进强首府战略', was), now)).toBe('changed: 扎实推进首府建设战略')
})

test('a quote that was rewritten is not looked for among the same words elsewhere', () => {
  const was = `${text}\n${'春夏秋冬'.repeat(20)}扎实推进强首府战略${'东南西北'.repeat(20)}`
  const now = was.replace('扎实推进强首府战略', '完全是另外的几句话')
  expect(said(passageFor('扎实推进强首府战略', was), now)).toBe('gone')
})

test('a quote of up to three characters that is gone is not approximated', () => {
  expect(said(passageFor('强首府'), text.replace('强首府', '强省府'))).toBe('gone')
})

test('two equally good places are ambiguous', () => {
  const passage = passageFor('强首府战略')
  expect(said(passage, `前言。${text}\n${text}`)).toBe('ambiguous')
  const edited = text.replace('强首府', '强省会')
  expect(said(passageFor('扎实推进强首府战略'), `前言。${edited}\n${edited}`)).toBe('ambiguous')
})

test('a passage is lost in a text that has nothing of it, and in an empty one', () => {
  expect(said(passageFor('强首府战略'), 'An entirely different text, about whales.')).toBe('gone')
  expect(said(passageFor('强首府战略'), '')).toBe('gone')
})

test('a long passage is found through edits at its head, in its middle and at its tail', () => {
  const long = Array.from({ length: 40 }, (_, i) => `第${i}条规定了第${i * 7}项内容和它的${i % 3}种例外。`).join('')
  const passage = passageOf(`序。${long}完了，以下是附录。`, 2, 2 + long.length)
  const edited = long.replace('第2条', '新的第二条').replace('第20条', '').replace('第38条', '第三十八条')
  expect(said(passage, `新序言。${edited}完了，以下是附录。`)).toBe(`changed: ${edited}`)
})

const unit = fc.constantFrom(...'的一是在不了有和人这中大为上个国我以要他', '𠮷', '😃', '\n')
const prose = fc.string({ unit, minLength: 60, maxLength: 400 })
const placed = fc.tuple(prose, fc.nat(), fc.integer({ min: 6, max: 60 })).map(([body, at, length]) => ({
  body,
  passage: passageOf(body, at % (body.length - 6), Math.min(body.length, (at % (body.length - 6)) + length)),
}))

test('a passage relocates to the same characters after edits outside it and its context', () => {
  fc.assert(
    fc.property(
      placed,
      fc.string({ unit, maxLength: 40 }),
      fc.string({ unit, maxLength: 40 }),
      ({ body, passage }, a, b) => {
        const from = passage.start - passage.prefix.length
        const to = passage.end + passage.suffix.length
        const head = body.slice(0, from >> 1) + a
        const now = head + body.slice(from, to) + b
        const location = locate(passage, now)
        const start = head.length + passage.prefix.length
        if (location.state === 'lost')
          expect(now.indexOf(body.slice(from, to))).not.toBe(now.lastIndexOf(body.slice(from, to)))
        else
          expect(location).toEqual({
            state: start === passage.start ? 'exact' : 'moved',
            start,
            end: start + passage.quote.length,
          })
      },
    ),
  )
})

test('a passage that was edited inside is never given another text as exact or moved', () => {
  fc.assert(
    fc.property(placed, fc.nat(), fc.nat(4), fc.string({ unit, maxLength: 5 }), ({ body, passage }, at, cut, put) => {
      const edit = passage.start + (at % passage.quote.length)
      const now = body.slice(0, edit) + put + body.slice(Math.min(passage.end, edit + cut))
      const location = locate(passage, now)
      if (location.state === 'lost') return
      const found = now.slice(location.start, location.end)
      expect(found === passage.quote).toBe(location.state !== 'changed')
    }),
  )
})

test('a text put twice after other words leaves every passage ambiguous', () => {
  fc.assert(
    fc.property(placed, ({ body, passage }) => {
      expect(locate(passage, `\u3000${body}${body}`).state).toMatch(/lost/)
    }),
  )
})

test('10,000 passages of a text of 500,000 characters are all found after edits, none at a wrong place', () => {
  let state = 7
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const sentence = (): string => Array.from({ length: 49 }, () => String.fromCharCode(0x4e00 + random(2500))).join('')
  const sentences = Array.from({ length: 10_000 }, sentence)
  const was = sentences.join('\n')
  const passages = sentences.map((_, i) => passageOf(was, i * 50 + 5, i * 50 + 40))
  const starts: number[] = []
  let length = 0
  const now = sentences
    .map((each, i) => {
      const kind = i % 4
      const edited =
        kind === 1
          ? `${each.slice(0, 20)}，改，${each.slice(22)}`
          : kind === 2
            ? '新句。'
            : kind === 3
              ? `又${each}`
              : each
      starts.push(length + (kind === 3 ? 6 : 5))
      length += edited.length + 1
      return edited
    })
    .join('\n')
  const wrong = locateAll(passages, now).filter((location, i) => {
    if (i % 4 === 2) return location.state !== 'lost'
    return location.state !== (i % 4 === 1 ? 'changed' : i === 0 ? 'exact' : 'moved') || location.start !== starts[i]
  })
  expect(wrong).toEqual([])
})
