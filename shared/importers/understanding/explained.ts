import type { Debris } from '../../model/document'
import { keptAddress } from '../html-elements'
import { dateAt, hasYear } from './dates'
import { folded, pattern } from './folded'
import { type FoundLabel, labelAt, signedLabelAt } from './labels'
import type { PageLine, Said } from './line'
import { isOffice, isSurelyName, listed, namesIn } from './names'
import { OUTLETS } from './outlets'
import { phraseAt } from './phrases'
import { signatureAt } from './signatures'
import { AMBIGUOUS_DAY, EMPTY_VALUE, isDayBehind, named, sourceIn, unbracketed } from './values'

/** Beside a date, so many letters may stand that nothing explains: a name, an agency. */
const UNEXPLAINED = 14
/** A value after a label without more is no longer than this. */
const LONGEST_VALUE = 60
/** A name that begins with no surname is no longer than this. */
const PEN_NAME = 4
/** Who took a picture is told in no more than this. */
const LONGEST_NAMES = 12
/** Where a value ends is looked for no further than this, and no more labels are tried in one line. */
const FURTHEST = 200
const MOST_TRIES = 16
/** A line with so many letters that nothing explains is text. */
const TEXT = 100
const GAPS = /[\s|/·•,、;:.()[\]【】<>"'*~_★☆●◆◇■□▲△▼○→←↑↓+#&※—–丨\-@^`=]/u
const OUTLET = pattern(`${OUTLETS}(?=$|[\\s|,()/·])`, 'y')
const NEWS_PAGE = pattern(
  '(?:第\\s?)?[a-z]?\\d{1,3}\\s?版(?:面)?(?:\\s?[:·]\\s?[\\p{sc=Han}]{2,8})?(?![\\p{sc=Han}])',
  'y',
)
const MAIL = /[a-z\d_.+-]{1,40}@[a-z\d-]{1,30}(?:\.[a-z\d-]{2,20}){1,3}(?![a-z\d@])/y
const SITE = /www(?:\.[a-z\d-]{1,40}){2,5}(?![a-z\d@])/y
const BRACKET = /[【[]\s{0,2}$/u
/** What may stand between a label and its date. */
const DAY_NAME = /^(?:on\s)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s)?/

/** The rank of what a line seems to say that consists of a name alone: a paper, a site. */
export const ALONE = 7

interface Piece {
  readonly start: number
  readonly end: number
  readonly debris: Debris
  readonly sure: boolean
  readonly opens?: boolean
}

/**
 * Takes a line apart into what pages give: labels with their values, dates, words of the page; undefined when words are
 * left over that may be text. `fold` is the line folded.
 */
export function explain(line: string, fold: string): PageLine | undefined {
  const reading = new Reading(line, fold)
  let at = 0
  while (at < fold.length && !reading.isText) at = reading.next(at)
  return reading.isText ? undefined : reading.result()
}

class Reading {
  private readonly pieces: Piece[] = []
  private readonly said: Said[] = []
  private readonly others: Record<string, string> = {}
  private unexplained = 0
  private dated = false
  private labelled = 0
  private tries = 0
  /** Whether the last label was taken with a name that may be none. */
  private penName = false
  /** Names without a word that says what they did. */
  private readonly named: Said[] = []

  constructor(
    private readonly line: string,
    private readonly fold: string,
  ) {}

  /** Whether so much is left over, or so much was tried, that the line is no line of a page. */
  get isText(): boolean {
    return this.unexplained > TEXT || this.tries > MOST_TRIES
  }

  /** Reads what begins at an offset, and gives the offset behind it. */
  next(at: number): number {
    if (GAPS.test(this.fold[at] as string)) return at + 1
    return (
      this.label(at) ??
      this.date(at) ??
      this.signature(at) ??
      this.newsPage(at) ??
      this.phrase(at) ??
      this.site(at) ??
      this.outlet(at) ??
      this.leave(at)
    )
  }

  private label(at: number): number | undefined {
    const found = labelAt(this.fold, at)
    if (!found) return undefined
    this.tries++
    const end = this.valueEnd(found.end, found.label.value)
    const value = this.fold.slice(found.end, end)
    const start = found.end + value.length - value.trimStart().length
    const until = start + value.trim().length
    this.penName = false
    if (!this.take(found, start, until)) return undefined
    this.labelled += found.signed ? 1 : 0
    const { debris, doubtful, weak } = found.label
    const sure =
      !weak &&
      !this.penName &&
      ((until > start && (found.signed || !doubtful || debris === 'editor')) || debris === 'source')
    this.pieces.push({ start: at, end: Math.max(until, found.end), debris, sure })
    return Math.max(until, found.end)
  }

  /** Takes the value of a label; false when it is none. */
  private take({ label, signed, start: from, end: behind }: FoundLabel, start: number, end: number): boolean {
    const own = this.line.slice(start, end)
    const fold = this.fold.slice(start, end)
    const bracketed = /[】\]]\s*$/.test(this.fold.slice(from, behind))
    const bracket = bracketed ? (BRACKET.exec(this.line.slice(Math.max(0, from - 3), from))?.[0].length ?? 0) : 0
    const quote = this.line.slice(from - bracket, end).trim()
    const say = (value: string, later = 0): true => {
      const written = this.line.slice(from, behind).replace(/[\s:：|丨/／】\]-]+$/u, '')
      if (label.field) this.said.push({ field: label.field, value, quote, rank: label.rank + later, label: written })
      else if (label.other) this.others[label.other] = value
      return true
    }
    if (own === '') return label.value === 'date' || (signed && (label.value !== 'title' || label.debris === 'source'))
    if (label.value === 'date') {
      if (AMBIGUOUS_DAY.test(fold)) return true
      const date = dateAt(this.fold, start + (DAY_NAME.exec(fold)?.[0].length ?? 0), true)
      if (!date || date.end < end) return false
      this.dated = true
      return hasYear(date) ? say(date.iso) : true
    }
    if (label.value === 'names') {
      const names = own.length <= LONGEST_VALUE * 2 ? namesIn(own, fold) : undefined
      const known = this.pieces.some(({ debris }) => debris === 'byline' || debris === 'editor')
      // People speak behind a colon, never behind a bar.
      const isBarred = /[|丨]\s*$/u.test(this.fold.slice(from, behind))
      if (!names || (((label.doubtful && !isBarred) || !signed) && !known && !names.every(named))) {
        // A picture is of more than a name: 图：老街的裁缝铺.
        if (label.other === '摄影' && own.length > LONGEST_NAMES) return false
        // 编辑：小满 is an editor beside others, and else someone who speaks.
        if (signed && label.debris === 'editor' && names && own.length <= PEN_NAME) {
          this.penName = true
          return say(listed(names), 2)
        }
        return label.field === null && signed && own.length <= LONGEST_VALUE / 2 && !/[。,]/u.test(fold)
      }
      if (names.length === 0) return true
      // Von Greta Lindt, Groß Neuendorf: two people would have “und” between them.
      if (names.length === 2 && /^(?:von|par|por)\s/.test(this.fold.slice(from)) && /^[^,]+,[^,]+$/.test(fold))
        this.said.push({ field: 'place', value: names.pop() as string, quote, rank: 3 })
      // A person before an office: 作者：宣传部 … 文/莫晓晓.
      return say(listed(names), names.every((name) => isOffice(folded(name))) ? 1 : 0)
    }
    if (label.value === 'address') {
      const kept = keptAddress(own.replace(/[<>]/g, ''))
      return kept === undefined ? own.length <= LONGEST_VALUE && !/[。]/u.test(fold) && /[./]/.test(fold) : say(kept)
    }
    if (!signed || /[。!?！？]/u.test(fold.replace(/[!?]$/, ''))) return label.value === 'title' && signed
    if (label.value === 'title') return say(own)
    if (own.length > LONGEST_VALUE * (label.debris === 'byline' && (!label.field || label.weak) ? 2 : 1)) return false
    if (label.field !== 'source') return EMPTY_VALUE.test(fold) || say(unbracketed(own))
    const { source, section } = sourceIn(own)
    if (section !== undefined) this.said.push({ field: 'section', value: section, quote, rank: 2 })
    return EMPTY_VALUE.test(fold) || say(source)
  }

  /** Where the value of a label ends: at the next label, date or word of the page, at a wide gap or a closing bracket. */
  private valueEnd(from: number, value: string): number {
    let at = from
    while (at < this.fold.length && /\s/.test(this.fold[at] as string)) at++
    if (value === 'date') {
      const either = AMBIGUOUS_DAY.exec(this.fold.slice(at, at + 48))
      if (either) return at + either[0].length
      const prefix = DAY_NAME.exec(this.fold.slice(at, at + 16))?.[0].length ?? 0
      return dateAt(this.fold, at + prefix, true)?.end ?? at
    }
    const first = at
    const furthest = Math.min(this.fold.length, from + FURTHEST)
    let depth = 0
    for (; at < furthest; at++) {
      const sign = this.fold[at] as string
      if ('([【<'.includes(sign)) {
        if (this.beginsLabel(at + 1) || ('[【'.includes(sign) && /\s/.test(this.fold[at - 1] ?? ''))) break
        depth++
      } else if (')]】>'.includes(sign) && depth-- === 0) break
      if (value === 'address' && /[\s|]/.test(sign)) break
      if (value === 'address' || at === first) {
        if (at === first && at > from && this.begins(at)) break
        continue
      }
      if ('|丨'.includes(sign) && !(value === 'title' && this.goesOn(at + 1))) break
      const gap = /[\s)]/.test(this.fold[at - 1] as string)
      if (gap && value === 'names' && /^[•·∙]\s/u.test(this.fold.slice(at, at + 2))) break
      if (gap && value === 'words' && (this.line[at - 1] === '\t' || /\s/.test(this.fold[at - 2] ?? ''))) break
      // A paper and its day: 《光明日报》2022-02-21.
      if (value === 'words' && depth <= 0 && isDayBehind(this.fold, at)) break
      if (value === 'title') {
        if (gap && signedLabel(this.fold, at)) break
        continue
      }
      if (gap ? this.begins(at) : signedLabel(this.fold, at) || this.fold.startsWith('返回搜狐', at)) break
    }
    return at
  }

  /** Whether a headline goes on behind a bar: 特写｜老船工. */
  private goesOn(at: number): boolean {
    const from = at + (/^\s{0,2}/.exec(this.fold.slice(at, at + 2))?.[0].length ?? 0)
    return from < this.fold.length && !this.begins(from)
  }

  /** Whether a label in brackets begins, as [来源] does. */
  private beginsLabel(at: number): boolean {
    const from = at + (/^\s{0,2}/.exec(this.fold.slice(at, at + 2))?.[0].length ?? 0)
    return signedLabel(this.fold, from)
  }

  private begins(at: number): boolean {
    if (/[\s|]/.test(this.fold[at] as string)) return false
    const phrase = phraseAt(this.fold, at)
    return (
      labelAt(this.fold, at) !== undefined ||
      dateAt(this.fold, at) !== undefined ||
      (phrase !== undefined && (phrase.end === this.fold.length || GAPS.test(this.fold[phrase.end] as string)))
    )
  }

  private date(at: number): number | undefined {
    const whole = dateAt(this.fold, at, true)
    const isAlone = whole && this.fold.slice(0, at).trim() === '' && this.fold.slice(whole.end).trim() === ''
    const opens = whole && this.fold.length <= 60 && this.fold.slice(0, at).trim() === '' && whole.iso.includes('T')
    const date = isAlone || opens ? whole : dateAt(this.fold, at, false)
    if (!date || (at > 0 && /[\p{L}]/u.test(this.fold[at - 1] as string) && /[a-z]/.test(this.fold[at] as string)))
      return undefined
    if (hasYear(date) && date.iso.length >= 7) {
      this.said.push({
        field: 'date',
        value: date.iso,
        quote: this.line.slice(at, date.end).trim(),
        rank: this.dated ? 4 : 2,
      })
    }
    this.dated = true
    this.pieces.push({ start: at, end: date.end, debris: 'byline', sure: date.iso.length > 10 })
    return date.end
  }

  private phrase(at: number): number | undefined {
    const phrase = phraseAt(this.fold, at)
    if (!phrase) return undefined
    const { end, debris, sure, opens } = phrase
    // A weak word must be a whole one.
    if (!sure && !(end === this.fold.length || GAPS.test(this.fold[end] as string) || phraseAt(this.fold, end)))
      return undefined
    this.pieces.push({ start: at, end, debris, sure, ...(opens && { opens }) })
    return end
  }

  /** A reporter with a word that says so behind the name. */
  private signature(at: number): number | undefined {
    const found = signatureAt(this.line, this.fold, at)
    if (!found) return undefined
    this.said.push(found.said)
    this.pieces.push({ start: at, end: found.end, debris: 'byline', sure: found.sure })
    return found.end
  }

  /** The page of a newspaper, with its name: 第01版：要闻. */
  private newsPage(at: number): number | undefined {
    NEWS_PAGE.lastIndex = at
    const found = NEWS_PAGE.exec(this.fold)
    if (!found) return undefined
    const end = at + found[0].trimEnd().length
    const quote = this.line.slice(at, end)
    this.said.push({ field: 'section', value: quote, quote, rank: 3 })
    this.pieces.push({ start: at, end, debris: 'byline', sure: false })
    return end
  }

  /** The address of a site (www.example.org) or of a person there. */
  private site(at: number): number | undefined {
    SITE.lastIndex = at
    MAIL.lastIndex = at
    const isInside = at > 0 && /[a-z\d@.]/.test(this.fold[at - 1] as string)
    const found = isInside ? null : (SITE.exec(this.fold) ?? MAIL.exec(this.fold))
    if (!found) return undefined
    const end = at + found[0].length
    this.pieces.push({ start: at, end, debris: 'byline', sure: false })
    return end
  }

  /** A paper or a site that is named beside a date, or between signs. */
  private outlet(at: number): number | undefined {
    OUTLET.lastIndex = at
    const found = OUTLET.exec(this.fold)
    if (!found) return undefined
    const end = at + found[0].length
    const quote = this.line.slice(at, end)
    this.said.push({ field: 'source', value: unbracketed(quote), quote, rank: 3 })
    this.pieces.push({ start: at, end, debris: 'byline', sure: false })
    return end
  }

  private leave(at: number): number {
    let end = at + 1
    while (end < this.fold.length && !GAPS.test(this.fold[end] as string)) {
      if (/\p{sc=Han}/u.test(this.fold[end] as string) && (signedLabel(this.fold, end) || dateAt(this.fold, end))) break
      end++
    }
    const words = this.line.slice(at, end)
    if (isSurelyName(folded(words))) this.named.push({ field: 'author', value: words, quote: words, rank: 4 })
    this.unexplained += this.line.slice(at, end).replace(/[^\p{L}\p{N}]/gu, '').length
    return end
  }

  /** How many letters may be left over: a name beside a date, a word in a row of commands. */
  private tolerated(strong: readonly Piece[], dated: boolean): number {
    // A place may stand before the day, set off from it: Santiago de Compostela - 14 nov 2021.
    if (dated && this.fold.length <= 80) return / [-–—|] /.test(this.line) ? 2 * UNEXPLAINED : UNEXPLAINED
    const phrases = strong.filter(({ debris }) => debris !== 'byline' && debris !== 'editor')
    return phrases.length < 3 ? 0 : phrases.reduce((sum, { start, end }) => sum + end - start, 0) / 4
  }

  result(): PageLine | undefined {
    const [first] = this.pieces
    if (!first) return undefined
    const strong = this.pieces.filter(({ sure }) => sure)
    const dateAndMore = this.dated && this.said.some(({ field }) => field === 'date')
    if (this.unexplained > this.tolerated(strong, dateAndMore)) return undefined
    const outlets = this.pieces.filter(({ debris }) => debris === 'byline').length
    const onlyOutlets = strong.length === 0 && !this.dated && this.labelled === 0 && outlets === this.pieces.length
    const onlyShares =
      this.pieces.length > 1 && this.unexplained === 0 && this.pieces.every((each) => each.debris === 'share')
    const sure =
      onlyShares ||
      strong.length > 0 ||
      (dateAndMore && this.pieces.length > 1) ||
      (this.pieces.length > 2 && !onlyOutlets)
    const doubtful = this.unexplained > 0 && strong.length === 0 && this.pieces.length === 1
    const said = doubtful
      ? this.said.filter(({ field }) => field === 'date')
      : onlyOutlets
        ? this.said.map((each) => ({ ...each, rank: ALONE }))
        : [...this.said, ...(dateAndMore ? this.named : [])]
    return {
      debris: mainKind(this.pieces),
      sure: sure && !(this.unexplained > 0 && strong.length === 0 && this.labelled === 0 && this.pieces.length < 2),
      ...(this.pieces.length === 1 && first.opens && { opens: true }),
      said,
      others: this.others,
    }
  }
}

const signedLabel = (fold: string, at: number): boolean => signedLabelAt(fold, at)?.signed === true

/** The kind that most of the line's length is of, those that say more about it first: an editor, a date. */
function mainKind(pieces: readonly Piece[]): Debris {
  const sure = pieces.filter(({ sure }) => sure)
  const lengths = new Map<Debris, number>()
  for (const { debris, start, end } of sure.length > 0 ? sure : pieces) {
    lengths.set(debris, (lengths.get(debris) ?? 0) + end - start)
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other'
}
