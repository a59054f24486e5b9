import { type Attribution, type Finder, type Stretch, type Subject, trimmedStretch } from './attribution'
import { type Quoted, quoteAt, quotesIn } from './quotes'

const VERBS =
  'said|says|told|asked|asks|replied|replies|answered|added|adds|wrote|writes|argued|argues|stressed|stresses|noted|notes|warned|warns|claimed|claims|insisted|insists|announced|explained|explains|stated|states|declared|emphasi[sz]ed|emphasi[sz]es|observed|remarked|recalled|suggested|admitted|acknowledged|believed|believes|pointed out|concluded|complained|called for|urged'
const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const NAME = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|President|Premier|Minister|Professor|Chairman|Secretary|Judge|Captain)\.? )?${WORD}(?: (?:(?:of|de|van|von|der|bin|al|la|the) )?${WORD}){0,4}`
const PRONOUN = '[Hh]e|[Ss]he|[Tt]hey'
const ROLE = String.raw`[Tt]he (?:\p{Ll}[\p{L}'’-]* ){0,3}\p{Ll}+|[Aa]n? (?:\p{Ll}[\p{L}'’-]* ){0,3}(?:spokes(?:man|woman|person)|official|witness|resident|source|expert|farmer|teacher)`
const WHO = `(?<who>${NAME}|${PRONOUN}|${ROLE})`
const POST = `(?:, (?<post>(?:the |a |an )?[^,.;:“”"]{3,60}),)?`
const ADVERB = String.raw`(?: (?:\p{Ll}+ly|also|once|later|then|had|has|first))?`
const OBJECT = String.raw`(?: (?:to )?(?:reporters|journalists|him|her|them|us|me|${WORD}(?: ${WORD})?|the \p{Ll}+)(?: (?:on|in) \p{Lu}?\p{L}+)?| (?:on|in) ${WORD})?`

const BEFORE = new RegExp(String.raw`${WHO}${POST}${ADVERB} (?<verb>${VERBS})${OBJECT}(?<sign>:|,| that)?\s*`, 'gu')
const AFTER = new RegExp(
  String.raw`^\s*[,—–-]?\s*(?:(?<verb>${VERBS})(?:${OBJECT}?) ${WHO}(?:, (?<post>[^,.;:“”"]{3,60})(?=[,.]))?|${WHO.replace('?<who>', '?<who2>')}${ADVERB} (?<verb2>${VERBS}))`,
  'u',
)
const ACCORDING = /[Aa]ccording to (?<who>[^,.;:“”"]{2,60})/gu
/** What begins with a capital letter and names nobody. */
const NOBODY =
  /^(?:It|This|That|There|But|And|So|When|While|If|As|What|Who|We|I|You|The|In|On|At|No|Yes|Then|Nobody|Everyone)$/

/** Quoted and reported speech in a paragraph of English, in text order. */
export const englishSpeech: Finder = (text) => {
  const quotes = quotesIn(text)
  const all = [...behind(text, quotes), ...before(text, quotes), ...according(text, quotes)]
  return withoutOverlaps(all.sort((a, b) => a.said.start - b.said.start || b.confidence - a.confidence))
}

const subjectOf = (who: string, start: number): Subject | undefined => {
  if (new RegExp(`^(?:${PRONOUN})$`).test(who)) return { kind: 'lastNamed' }
  if (NOBODY.test(who)) return undefined
  const lead = /^(?:(?:But|And|Yet|Then|When|As|While|Today|Yesterday|Still|So|For) )/.exec(who)?.[0].length ?? 0
  return { kind: 'name', at: { start: start + lead, end: start + who.length } }
}

const sureOf = (subject: Subject, text: string): number =>
  subject.kind === 'lastNamed' ? 0.7 : /^\p{Lu}/u.test(text.slice(subject.at.start)) ? 0.9 : 0.6

/** “…,” said X; “…,” X said */
function behind(text: string, quotes: readonly Quoted[]): Attribution[] {
  return quotes.flatMap(({ whole, inside }) => {
    if (!/[,.!?…—]$/.test(text.slice(inside.start, inside.end).trimEnd())) return []
    const match = AFTER.exec(text.slice(whole.end, whole.end + 200))
    const who = match?.groups?.who ?? match?.groups?.who2
    if (!match || who === undefined) return []
    const start = whole.end + match[0].lastIndexOf(who)
    const subject = subjectOf(who, start)
    const lead = match[0].length - match[0].replace(/^[\s,—–-]+/u, '').length
    return subject ? made(text, subject, { start: whole.end + lead, end: whole.end + match[0].length }, inside, 0) : []
  })
}

/** X said: “…”; X said that … */
function before(text: string, quotes: readonly Quoted[]): Attribution[] {
  return [...text.matchAll(BEFORE)].flatMap((match) => {
    if (quoteAt(quotes, match.index) || /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? '')) return []
    const who = match.groups?.who as string
    const subject = subjectOf(who, match.index)
    if (!subject) return []
    const begin = match.index + match[0].length
    const cue = {
      start: subject.kind === 'name' ? subject.at.start : match.index,
      end: match.index + match[0].trimEnd().length,
    }
    const quote = quoteAt(quotes, begin)
    if (quote?.whole.start === begin && quote.inside.end - quote.inside.start > 12)
      return made(text, subject, cue, quote.inside, 0)
    const reports = match.groups?.sign === ' that' || match.groups?.sign === undefined
    if (!reports || !/[\p{L}\p{N}“"]/u.test(text[begin] ?? '')) return []
    return made(text, subject, cue, { start: begin, end: sentenceEnd(text, begin) }, match.groups?.sign ? 0.1 : 0.25)
  })
}

/** According to X, …; …, according to X. */
function according(text: string, quotes: readonly Quoted[]): Attribution[] {
  return [...text.matchAll(ACCORDING)].flatMap((match) => {
    if (quoteAt(quotes, match.index)) return []
    const who = match.groups?.who as string
    const start = match.index + match[0].length - who.length
    const lead = /^the (?=\p{Lu})/u.exec(who)?.[0].length ?? 0
    const subject: Subject = { kind: 'name', at: { start: start + lead, end: start + who.length } }
    const cue = { start: match.index, end: match.index + match[0].length }
    const opens =
      text[cue.end] === ',' && /(?:^|[.!?]["”]?\s+)$/.test(text.slice(Math.max(0, cue.start - 3), cue.start))
    const words = opens
      ? { start: cue.end + 1, end: sentenceEnd(text, cue.end) }
      : { start: sentenceStart(text, cue.start), end: cue.start }
    return made(text, subject, cue, words, 0.15)
  })
}

function made(text: string, subject: Subject, cue: Stretch, words: Stretch, less: number): Attribution[] {
  const said = trimmedStretch(text, words)
  return said
    ? [{ subject, cue, said, open: false, confidence: Math.round((sureOf(subject, text) - less) * 100) / 100 }]
    : []
}

/** No sentence is longer than this, in UTF-16 units. */
const LONGEST = 2_000
const ENDS = /[.!?][”"’)]*(?=\s|$)/g
const SHORT_FORM = /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e)|\b\p{Lu})\.$/u

function sentenceEnd(text: string, from: number): number {
  ENDS.lastIndex = from
  for (let match = ENDS.exec(text); match; match = ENDS.exec(text)) {
    if (!SHORT_FORM.test(text.slice(Math.max(from, match.index - 6), match.index + 1)))
      return match.index + match[0].length
  }
  return text.length
}

function sentenceStart(text: string, to: number): number {
  let start = Math.max(0, to - LONGEST)
  for (let at = sentenceEnd(text, start); at < to; at = sentenceEnd(text, at)) start = at
  return start
}

/** Of attributions whose words overlap the first is kept; words never hold another one's cue. */
function withoutOverlaps(all: readonly Attribution[]): Attribution[] {
  const kept: Attribution[] = []
  for (const each of all) {
    const clear = ({ said, cue }: Attribution): boolean =>
      (said.end <= each.said.start || said.start >= each.said.end) &&
      (cue.end <= each.said.start || cue.start >= each.said.end) &&
      (each.cue.end <= said.start || each.cue.start >= said.end)
    if (clear({ ...each, said: { start: 0, end: 0 } }) && kept.slice(-4).every(clear)) kept.push(each)
  }
  return kept
}
