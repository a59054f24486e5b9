import type { MetadataField } from '../../model/document'
import { endsWithStop } from '../final-stop'
import type { Credits } from './credits'
import type { Dateline } from './dateline'
import { datesIn, hasYear } from './dates'
import { folded, pattern } from './folded'
import type { PageLine, Said } from './line'
import { isSurelyName, listed } from './names'

/** What was said of a document's origin, by where it was said. */
export interface SaidSomewhere {
  readonly title: string | undefined
  /** Lines of the page; those that are not folded may be of the text, such as the day under a letter. */
  readonly lines: readonly (PageLine & { readonly folds: boolean; readonly text: string })[]
  readonly datelines: readonly Dateline[]
  readonly credits: readonly Credits[]
  /** Who took the pictures, by their captions. */
  readonly photographers: readonly string[]
  /** The line between the title and the line that gives its date or source. */
  readonly secondLine: string | undefined
  /** Other lines between the title and the text. */
  readonly head: readonly string[]
}

/** A value, the words it was read from, and how far it is believed: the lowest rank first. */
export type Found = Pick<Said, 'value' | 'quote' | 'rank' | 'label'>

/** The fields that were found, with the words they were read from, and values that no field takes. */
export interface Origin {
  readonly fields: { readonly [F in MetadataField]?: Found }
  readonly others: Readonly<Record<string, string>>
}

const SUBTITLE = /^(?:——|--|—|－－|──)\s*(\S.{2,80})$/u
/** A number of a document with its year: 桂政发〔2022〕5号. */
const NUMBER = pattern('^[\\p{sc=Han}a-z]{1,16}\\s?[〔\\[(]((?:19|20)\\d\\d)[〕\\])]\\s?(?:第\\s?)?\\d{1,5}\\s?号$')

/** Whether a line may be a part of a headline: no sentence, no name, no number, nothing in brackets. */
const isHeadline = (line: string): boolean =>
  (/\p{sc=Han}/u.test(line) ? /^[^（(【[—-].{5,60}$/u : /^[^([—–-].{5,140}$/u).test(line) &&
  (/\p{sc=Han}/u.test(line) || line.split(' ').length > 4) &&
  !endsWithStop(line) &&
  !isSurelyName(folded(line)) &&
  !/[记記]者|通[讯訊][员員]|^(?:from|by) \p{Lu}/iu.test(line) &&
  !NUMBER.test(folded(line))

/** The name in a line of its own, behind an ornament or an office: 县长 罗守田. */
const nameOf = (line: string): string => {
  const words = line.replace(/^[\s□■◎○●◇◆△▲]+/u, '').trim()
  return OFFICE.exec(folded(words)) ? (words.split(/[\s\u3000]+/).at(-1) as string) : words
}
const OFFICE = pattern(
  '^[\\p{sc=Han}、()]{2,40}(?:书记|[^校]长|主席|主任|委员|常委|总理|部长|厅长|校长|院长|会长|教授|理事|代表|组长|总裁|董事|秘书)\\s{1,4}\\p{sc=Han}{2,4}$',
)
const isWriter = (line: string): boolean => isSurelyName(folded(nameOf(line)))
/** Whether a line is the day on which something was said, in brackets. */
const isDated = (line = ''): boolean =>
  /^(?:[(（].{0,12}\p{N}?.{0,4}[年].{0,24}[)）]|(?:——|--|—|－－|──).{0,12}年.{1,60})$/u.test(line.trim())

/** Whether it is said who answers for a page as its editor (责任编辑, 责编), and not only who worked on it (编辑). */
const isAnswering = ({ field, label = '' }: Said): boolean => field === 'editor' && ANSWERING.test(folded(label))
const ANSWERING = pattern('责任?编')

/** The best value for each field among all that was said; of two as good the first. */
export function foundOrigin(somewhere: SaidSomewhere): Origin {
  const { title, lines, datelines, credits, photographers, head, secondLine } = somewhere
  const said: Said[] = [
    ...lines.flatMap((line) =>
      line.folds
        ? line.said
        : line.said.filter(({ field }) => field === 'date').map((each) => ({ ...each, rank: each.rank + 5 })),
    ),
    ...datelines.flatMap((each) => each.said),
    ...credits.flatMap((each) => each.said),
    ...(title === undefined ? [] : [{ field: 'title', value: title, quote: title, rank: 0 } as const]),
  ]
  const others: Record<string, string> = {}
  for (const each of [...lines.filter(({ folds }) => folds), ...datelines, ...credits])
    Object.assign(others, { ...each.others, ...others })
  if (photographers.length > 0) others.摄影 ??= listed([...new Set(photographers)])
  const writer = head.find((line, at) => isWriter(line) && (at === 0 || isDated(head[at - 1]) || isDated(head[at + 1])))
  if (writer !== undefined) {
    said.push({ field: 'author', value: nameOf(writer).replace(/\s/g, ''), quote: writer.trim(), rank: 6 })
  }
  if (secondLine !== undefined && isHeadline(secondLine)) {
    said.push({ field: 'subtitle', value: secondLine, quote: secondLine, rank: 2 })
  }
  for (const line of head) {
    const subtitle = SUBTITLE.exec(line.trim())
    if (subtitle) said.push({ field: 'subtitle', value: subtitle[1] as string, quote: line.trim(), rank: 1 })
    if (NUMBER.test(folded(line).trim())) others.发文字号 ??= line.trim()
  }
  const fields: { [F in MetadataField]?: Found } = {}
  const answering = said.some(isAnswering)
  for (const each of said.toSorted((a, b) => a.rank - b.rank)) {
    const { field, value, quote, rank, label } = each
    // Who answers for it is its editor, where others edited it too; they are kept by what they are called.
    if (field === 'editor' && answering && !isAnswering(each)) {
      if (label !== undefined) others[label] ??= value
    } else if (field === 'editor' && fields.editor && label !== undefined && label !== fields.editor.label) {
      if (value !== fields.editor.value) others[label] ??= value
    } else fields[field] ??= { value, quote, rank, ...(label !== undefined && { label }) }
  }
  // A name without a word that says what it did is that of the reporter when he is named elsewhere.
  if (fields.author && fields.author.value === fields.author.quote && fields.author.value === fields.reporter?.value) {
    delete fields.author
  }
  if (!fields.date) {
    const completed = completedDate(somewhere)
    if (completed) fields.date = completed
  }
  return { fields, others }
}

/** The day that a report begins with, its year taken from a line that alone tells it; the quote shows both. */
function completedDate({ lines, datelines, head, title = '' }: SaidSomewhere): Found | undefined {
  const day = datelines.find((each) => each.day !== undefined)?.day
  if (!day) return undefined
  const years = new Map<string, string>()
  for (const text of [...lines.filter(({ debris }) => debris !== 'footer').map(({ text }) => text), ...head, title]) {
    const fold = folded(text)
    const numbered = NUMBER.exec(fold.trim())
    if (numbered) years.set(numbered[1] as string, text.trim())
    for (const date of datesIn(fold)) {
      if (hasYear(date)) years.set(date.iso.slice(0, 4), text.slice(date.start, date.end))
    }
  }
  const [only, ...others] = years
  if (!only || others.length > 0) return undefined
  return { value: `${only[0]}${day.iso.slice(1)}`, quote: `${day.quote} … ${only[1]}`, rank: 9 }
}
