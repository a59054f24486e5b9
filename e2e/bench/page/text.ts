/** Numbers from 0 (inclusive) to 1 (exclusive), the same ones for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A block as the library stores it. */
export interface Block {
  readonly kind: 'paragraph' | 'heading'
  readonly text: string
  readonly level?: number
}

/** A stretch of the plain text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const CHARACTERS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世'

/** Blocks of Chinese whose plain text has about `length` characters: paragraphs of 40 to 200, now and then a heading. */
export function makeBlocks(length: number, seed: number): Block[] {
  const next = numbers(seed)
  const words = (count: number): string => {
    let text = ''
    let untilStop = 0
    for (let at = 0; at < count; at += 1) {
      untilStop -= 1
      if (untilStop === 0) text += next() < 0.6 ? '，' : '。'
      else text += CHARACTERS[Math.floor(next() * CHARACTERS.length)]
      if (untilStop <= 0) untilStop = 6 + Math.floor(next() * 16)
    }
    return text
  }
  const blocks: Block[] = []
  for (let made = 0; made < length; made += (blocks.at(-1)?.text.length ?? 0) + 1) {
    if (blocks.length % 30 === 0) blocks.push({ kind: 'heading', text: words(14), level: 2 })
    else blocks.push({ kind: 'paragraph', text: words(40 + Math.floor(next() * 160)) })
  }
  return blocks
}

/** `count` passages spread over the text, of 6 to 45 characters; one in ten overlaps the one before it. */
export function makeSpans(blocks: readonly Block[], count: number, seed: number): Span[] {
  const next = numbers(seed)
  const starts: number[] = []
  let length = 0
  for (const block of blocks) {
    starts.push(length)
    length += block.text.length + 1
  }
  const spans: Span[] = []
  let index = 0
  for (let made = 0; made < count; made += 1) {
    const before = spans.at(-1)
    const wanted = made % 10 === 9 && before ? before.start + 3 : Math.floor((made * (length - 50)) / count)
    while (index + 1 < blocks.length && (starts[index + 1] ?? 0) <= wanted) index += 1
    const end = (starts[index] ?? 0) + (blocks[index]?.text.length ?? 0)
    const start = Math.max(starts[index] ?? 0, Math.min(wanted, end - 6))
    spans.push({ start, end: Math.min(end, start + 6 + Math.floor(next() * 40)) })
  }
  return spans
}
