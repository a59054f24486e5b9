import { type Block, blockStarts } from '../model/document'
import type { Attribution, Finder, Stretch } from './speech/attribution'
import { chineseSpeech } from './speech/chinese'
import { folded } from './speech/chinese-names'
import { englishSpeech } from './speech/english'
import { japaneseSpeech } from './speech/japanese'
import { namesInLists, namesOfActing, postsBefore } from './speech/posts'
import { turnIn, turnTakers } from './speech/turns'

/** That some words of a document are said by someone, by what the text itself tells. It is a suggestion, and may be wrong. */
export interface SpeakerSuggestion {
  /** As the text names the speaker most fully. */
  readonly speaker: string
  /** The words that are said, without quotation marks: UTF-16 offsets into the plain text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The words that tell who says it (鹿心社强调, said the mayor); empty where the source itself names the speaker. */
  readonly cue: Stretch
  /** How sure it is, 0 to 1. */
  readonly confidence: number
  /** The posts that the text gives the speaker, in the order in which it does. */
  readonly posts?: readonly string[]
}

/** A paragraph longer than this, in UTF-16 units, is no prose that anyone wrote; it is passed over. */
const LONGEST = 100_000
/** How a paragraph begins that goes on with what was said in the one before. */
const GOES_ON = /^(?:要|必须|必須|各级|各級|同时|同時|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六]|其[次一二三])/u

interface Text {
  readonly text: string
  readonly clean: string
  readonly at: number
  readonly find: Finder
  readonly speaker?: string
}

const finderFor = (text: string): Finder | undefined => {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return japaneseSpeech
  if (/\p{sc=Han}/u.test(text)) return chineseSpeech
  return /\p{sc=Latin}/u.test(text) ? englishSpeech : undefined
}

/**
 * Who says what in a document: speech that is quoted or reported with its speaker, in text order. Pronouns are taken for
 * whoever was named last, and a person is one under both scripts. Debris and headings are passed over.
 */
export function suggestSpeakers(blocks: readonly Block[]): SpeakerSuggestion[] {
  const starts = blockStarts(blocks)
  const texts = blocks.flatMap(({ text, debris, kind, speaker }, index): Text[] => {
    const find = finderFor(text)
    if (debris || kind === 'heading' || !find || text.length > LONGEST) return []
    return [{ text, clean: folded(text), at: starts[index] as number, find, ...(speaker !== undefined && { speaker }) }]
  })
  const people = new People()
  for (const text of texts) people.gather(text)
  for (const { text, clean, find } of texts) {
    for (const { subject, confidence } of find(text, people.known)) {
      if (subject.kind === 'name' && confidence >= 0.7) people.name(clean, text, subject.at, subject.title)
    }
  }
  return new Suggesting(people, turnTakers(texts.map(({ text }) => text))).all(texts)
}

/** The people whom a document names, each with its posts; a name is one in both scripts. */
class People {
  readonly known = new Set<string>()
  private readonly shown = new Map<string, string>()
  private readonly posts = new Map<string, Set<string>>()

  /** Remembers those that stand in lists, and those of whom it is told what they do. */
  gather({ text, clean }: Text): void {
    for (const name of namesOfActing(clean)) this.name(clean, text, name)
    for (const { name, posts } of namesInLists(clean)) {
      this.name(clean, text, name)
      for (const post of posts) this.post(clean.slice(name.start, name.end), text.slice(post.start, post.end))
    }
  }

  name(clean: string, text: string, at: Stretch, title?: Stretch): string {
    const key = clean.slice(at.start, at.end)
    const full = this.fullName(key)
    if (full !== undefined) return full
    if (!this.shown.has(key)) this.shown.set(key, text.slice(at.start, at.end))
    this.known.add(key)
    if (title) this.post(key, text.slice(title.start, title.end))
    for (const post of postsBefore(clean, at.start)) {
      if (!this.holdsName(clean.slice(post.start, post.end))) this.post(key, text.slice(post.start, post.end))
    }
    return this.shown.get(key) as string
  }

  postsOf(shown: string): readonly string[] {
    return [...(this.posts.get(folded(shown)) ?? [])]
  }

  private holdsName(words: string): boolean {
    for (const name of this.known) if (words.includes(name)) return true
    return false
  }

  /** In English a surname stands for the whole name that was given before it. */
  private fullName(key: string): string | undefined {
    if (!/^[\p{sc=Latin}'’.-]+$/u.test(key)) return undefined
    for (const [known, shown] of this.shown) if (known.endsWith(` ${key}`)) return shown
    return undefined
  }

  private post(key: string, post: string): void {
    const posts = this.posts.get(key)
    if (posts) posts.add(post)
    else this.posts.set(key, new Set([post]))
  }
}

class Suggesting {
  private readonly suggestions: SpeakerSuggestion[] = []
  private last: { readonly speaker: string; readonly cue: Stretch } | undefined
  private open = false

  constructor(
    private readonly people: People,
    private readonly talk: ReadonlySet<string>,
  ) {}

  all(texts: readonly Text[]): SpeakerSuggestion[] {
    for (const text of texts) this.block(text)
    return this.suggestions
  }

  private block(block: Text): void {
    const { text, clean, at, find, speaker } = block
    if (speaker !== undefined) {
      this.add(block, speaker, { start: 0, end: text.length }, { start: 0, end: 0 }, 1)
      return
    }
    const turn = this.talk.size > 0 ? turnIn(text) : undefined
    if (turn && this.talk.has(turn.name)) {
      const cue = { start: turn.nameStart, end: turn.nameStart + turn.name.length }
      this.add(block, this.people.name(clean, text, cue), { start: turn.words, end: text.trimEnd().length }, cue, 0.8)
      return
    }
    const found = find(text, this.people.known)
    const first = found[0]
    const begins = first ? Math.min(first.cue.start, first.said.start) : text.length
    if (this.open && this.last && GOES_ON.test(text) && begins > 0) {
      const end = first ? clean.lastIndexOf('。', begins) + 1 : text.length
      if (end > 0) this.add(block, this.last.speaker, { start: 0, end }, undefined, 0.5)
    }
    let from = 0
    for (const each of found) {
      this.mention(block, from, Math.min(each.cue.start, each.said.start))
      const name = this.nameOf(block, each)
      if (name !== undefined) {
        const cue = { start: at + each.cue.start, end: at + each.cue.end }
        this.last = { speaker: name, cue }
        this.add(block, name, each.said, each.cue, each.confidence)
      }
      from = Math.max(each.said.end, each.cue.end)
    }
    this.mention(block, from, text.length)
    const goesOn = found.at(-1)
    this.open = goesOn ? goesOn.open : this.open && GOES_ON.test(text)
  }

  private nameOf({ text, clean }: Text, { subject }: Attribution): string | undefined {
    return subject.kind === 'name' ? this.people.name(clean, text, subject.at, subject.title) : this.last?.speaker
  }

  /** Remembers who was named last between `from` and `to`, where nobody speaks; lists name nobody in particular. */
  private mention({ text, clean, at }: Text, from: number, to: number): void {
    for (let place = to - 1; place >= from; place--) {
      for (const length of [4, 3, 2]) {
        const name = clean.slice(place, place + length)
        if (place + length > to || !this.people.known.has(name) || name.length < length) continue
        if (clean[place - 1] === '、' || clean[place + length] === '、') continue
        const stretch = { start: place, end: place + length }
        this.last = {
          speaker: this.people.name(clean, text, stretch),
          cue: { start: at + place, end: at + place + length },
        }
        return
      }
    }
  }

  private add({ at }: Text, speaker: string, said: Stretch, cue: Stretch | undefined, confidence: number): void {
    const posts = this.people.postsOf(speaker)
    this.suggestions.push({
      speaker,
      start: at + said.start,
      end: at + said.end,
      cue: cue ? { start: at + cue.start, end: at + cue.end } : (this.last?.cue ?? { start: at, end: at }),
      confidence,
      ...(posts.length > 0 && { posts }),
    })
  }
}
