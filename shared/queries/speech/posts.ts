import type { Stretch } from './attribution'
import { endsWithPost, isName } from './chinese-names'

/** A run of names divided by 、; the first may have posts before it, the last something behind it. */
const LIST = /[\p{sc=Han}]{2,24}(?:、[\p{sc=Han}]{2,20})+/gu
const BEHIND = /^(?:等|出席|参加|參加|陪同|分别|分別|列席|主持|作|一同|一起|参与|參與|调研|調研|也|同)/u
/** Dates and the like that stand before a post and are no part of it, and the end of a quotation. */
const BEFORE =
  /^[^“「『]*[”」』]+|^(?:\d+[年月日])+|^(?:今天|昨天|日前|近日|会上|會上|其中|随后|隨後|上午|下午|由|和|与|與|及|在)/u

/** A person who is named, and the post that stands before the name; UTF-16 offsets. */
export interface Named {
  readonly name: Stretch
  readonly posts: readonly Stretch[]
}

/** The people that a list names, with the post that each of them is given, or all of them (市领导葛国科、周武红). `clean` is folded. */
export function namesInLists(clean: string): Named[] {
  return [...clean.matchAll(LIST)].flatMap((match) => {
    const parts = match[0].split('、')
    let at = match.index
    let posts: Stretch[] = []
    let pending: Stretch[] = []
    const found = parts.flatMap((part, index): Named[] => {
      const start = at
      at += part.length + 1
      const name = nameIn(part, index === parts.length - 1)
      if (!name) {
        if (endsWithPost(part)) pending.push(postAt(part, start))
        return []
      }
      if (name.start > 0) posts = [...pending, postAt(part.slice(0, name.start), start)]
      else if (pending.length > 0) posts = pending
      pending = []
      return [{ name: { start: start + name.start, end: start + name.end }, posts }]
    })
    return found.length > 1 ? found : []
  })
}

/** The name in one part of a list: all of it, its end behind a post, or the beginning of the last part. */
function nameIn(part: string, isLast: boolean): Stretch | undefined {
  if (isName(part)) return { start: 0, end: part.length }
  for (const length of [4, 3, 2]) {
    if (isLast && isName(part.slice(0, length)) && BEHIND.test(part.slice(length))) return { start: 0, end: length }
  }
  for (let start = part.length - 2; start >= part.length - 4 && start > 0; start--) {
    if (isName(part.slice(start)) && endsWithPost(part.slice(0, start))) return { start, end: part.length }
  }
  if (!isLast) return undefined
  for (let start = 2; start < part.length - 2; start++) {
    for (const length of [3, 2]) {
      const isPost = endsWithPost(part.slice(0, start)) && isName(part.slice(start, start + length))
      if (isPost && BEHIND.test(part.slice(start + length))) return { start, end: start + length }
    }
  }
  return undefined
}

const postAt = (words: string, at: number): Stretch => {
  const lead = BEFORE.exec(words)?.[0].length ?? 0
  return { start: at + lead, end: at + words.length }
}

/** What an official does that a report begins with; the name stands before it. */
const DOES =
  /(?:来到|來到|主持|深入|走进|走進|前往|出席|率队|率隊|带队|帶隊|先后|先後|一行|赴|到|在|会见|會見|看望|听取|聽取|察看|考察|调研|調研|参加|參加|走访|走訪|作)/gu

/** The people of whom a text tells what they do, at the beginning of a clause or behind a post. `clean` is folded. */
export function namesOfActing(clean: string): Stretch[] {
  return [...clean.matchAll(DOES)].flatMap(({ index }): Stretch[] => {
    for (const length of [3, 2, 4]) {
      const start = index - length
      const before = clean.slice(Math.max(0, start - 12), start)
      if (start < 0 || !isName(clean.slice(start, index))) continue
      if (/(?:^|[。!?;,)\n])$/u.test(before) || endsWithPost(before)) return [{ start, end: index }]
    }
    return []
  })
}

/** The posts that stand right before a name (自治区党委书记、自治区人大常委会主任鹿心社). */
export function postsBefore(clean: string, nameStart: number): Stretch[] {
  const run = /[\p{sc=Han}\d()（）、“”]{2,60}$/u.exec(clean.slice(Math.max(0, nameStart - 60), nameStart))?.[0] ?? ''
  let at = nameStart - run.length
  const posts: Stretch[] = []
  for (const part of run.split('、')) {
    const start = at
    at += part.length + 1
    const isPost = part.length > 1 && part.length <= 24 && endsWithPost(part)
    if (isPost) posts.push(postAt(part, start))
    else posts.length = 0
  }
  return posts.filter(({ start, end }) => end - start > 1)
}
