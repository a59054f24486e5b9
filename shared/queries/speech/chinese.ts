import { type Attribution, type Finder, type Stretch, type Subject, trimmedStretch } from './attribution'
import { folded, namedAtEnd } from './chinese-names'
import { type Quoted, quoteAt, quotesIn } from './quotes'

/** Verbs of official speech: what they open goes on to the end of the paragraph, or to who speaks next. */
const LONG = '强调|指出|要求|表示|认为|提出|重申|呼吁|宣布|希望|建议|主张|坚称|声称|宣称'
/** Verbs of talk: what they open is a sentence. */
const SHORT =
  '告诉记者|对记者说|介绍|回忆|补充|解释|回应|回答|透露|坦言|直言|感慨|感叹|叮嘱|嘱咐|勉励|提醒|写道|反问|追问|质问|问|答|称|讲|谈到|谈及|喊|笑|叹|说'
const SPEAKS = folded(`(?:(${LONG})|(${SHORT}))(?:说|道|称)?(?=\\s*[,:]|\\s*[“「『"]|[。!?;]|$)`)
const VERB = new RegExp(SPEAKS, 'u')
const VERBS = new RegExp(SPEAKS, 'gu')
/** With an object between: 叮嘱当地负责同志,… */
const WITH_OBJECT = new RegExp(
  folded(
    '()(?:叮嘱|嘱咐|勉励|告诉|提醒|告诫|要求)\\p{sc=Han}{0,8}(?:同志|们|负责人|记者|干部|群众|人员|村民|居民|他|她)(?=[,:])',
  ),
  'gu',
)
/** What stands between a speaker and the verb. */
const MANNER = new RegExp(
  folded(
    '(?:在[^,]{1,24}[中上时后间里]|(?:对|向|同|与|跟|给)[^,]{1,12}|(?:高兴|感慨|激动|自豪|坚定|明确|动情|深情|严肃|郑重|认真|无奈|由衷|深有感触|意味深长|语重心长|风趣|幽默|开心|兴奋|欣慰|直截了当|毫不犹豫|不无忧虑|满意|平静|骄傲)地?|[微苦]?笑着|边[^,]边|接着|随后|随即|还|也|又|并|曾|则|就|才|便|都|再次|多次|反复|一再|特别|着重|进一步|同时|最后|首先|此前|当时|今天|近日|日前|严正|公开|进而|继续|连连|连忙|大声|小声|轻声|主持会议(?:并)?讲话时|点头|这样|如此|这么|却|总|常|常常|经常|来)$',
  ),
  'u',
)
const PRONOUN = new RegExp(folded('^(?:.*[,、])?(?:他|她|其|该负责人|该发言人|这位负责人|前者|后者|老人|对方)$'), 'u')
/** What is no one in particular, or part of a phrase: 总的来说, 据说, 我们认为. */
const NOBODY = new RegExp(
  folded(
    '(?:我|我们|咱们|你|你们|您|大家|有人|人们|他们|她们|谁|自己|来|可以|就是|应该|应当|不能|话|据|听|比如|例如|虽|如果|或者|换言之|怎么|不|没|这|那|所|会|能|想|要|敢|难|不得不|必须|明确|按|为|所谓|只|小|传|演|解|学|劝|再)$',
  ),
  'u',
)
const BOUNDARY = /[,。;:!?“”「」『』"\n]/
const STOP = /[。!?]/
/** A sentence that begins so tells again what happens. */
const NARRATIVE = new RegExp(
  folded(
    '^(?:会议|会上|会后|会前|随后|当天|当日|座谈会|调研中|在场|与会|期间|此前|据悉|据了解|记者|市领导|省领导|区领导)',
  ),
  'u',
)
/** A quotation so short, without a stop, is a phrase and no speech. */
const SHORTEST = 6

/** Quoted and reported speech in a paragraph of Chinese, in text order. */
export const chineseSpeech: Finder = (text, known) => {
  const clean = folded(text)
  const quotes = quotesIn(text)
  const sentences = sentencesOf(clean, quotes, known)
  const before = [...clean.matchAll(VERBS), ...clean.matchAll(WITH_OBJECT)]
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => opened(clean, quotes, sentences, match, known) ?? [])
  const after = quotes.flatMap((quote) => closed(clean, quote, known) ?? [])
  const taken = new Set(after.map(({ said }) => said.start))
  const all = [...before.filter(({ said }) => !taken.has(said.start)), ...after]
  return clipped(
    clean,
    all.sort((a, b) => a.said.start - b.said.start),
  )
}

/** Who speaks by the clause that ends at `to`, where its cue begins, and how sure that is; undefined for nobody. */
function speakerOf(clean: string, from: number, to: number, known: ReadonlySet<string>, isFormal: boolean) {
  let end = to
  for (let cut = MANNER.exec(clean.slice(from, end)); cut && cut[0] !== ''; cut = MANNER.exec(clean.slice(from, end))) {
    end = from + cut.index
  }
  const clause = clean.slice(from, end)
  const lead = clause.length - clause.trimStart().length
  const words = clause.trim()
  const start = from + lead
  if (words === '') return isFormal && end < to ? { subject: LAST, start: end, confidence: 0.6 } : undefined
  if (PRONOUN.test(words))
    return { subject: LAST, start: from + clause.search(/\p{sc=Han}{1,5}\s*$/u), confidence: 0.75 }
  const named = namedAtEnd(words, known)
  if (named && !NOBODY.test(words)) {
    const subject: Subject = {
      kind: 'name',
      at: { start: start + named.start, end: start + named.end },
      ...(named.titleEnd > named.end && { title: { start: start + named.end, end: start + named.titleEnd } }),
    }
    return { subject, start: start + named.start, confidence: named.confidence }
  }
  if (!isFormal || NOBODY.test(words) || !/^\p{sc=Han}{2,5}$/u.test(words)) return undefined
  return { subject: { kind: 'name', at: { start, end: start + words.length } } as Subject, start, confidence: 0.4 }
}

const LAST: Subject = { kind: 'lastNamed' }

/** What a speaker and a verb open: 鹿心社强调,… 某某说：“…” */
function opened(
  clean: string,
  quotes: readonly Quoted[],
  sentences: Sentences,
  match: RegExpExecArray,
  known: ReadonlySet<string>,
) {
  if (quoteAt(quotes, match.index)) return undefined
  const verbEnd = match.index + match[0].length
  const sign = /^\s*([,:])?\s*/u.exec(clean.slice(verbEnd, verbEnd + 8)) as RegExpExecArray
  const begin = verbEnd + sign[0].length
  const next = quoteAt(quotes, begin)
  const quote = next?.whole.start === begin ? next : undefined
  if (sign[1] === undefined && !quote) return undefined
  let from = match.index
  while (from > 0 && match.index - from < 60 && !BOUNDARY.test(clean[from - 1] as string)) from -= 1
  const isLong = (match[1] ?? '') !== ''
  const speaker = speakerOf(clean, from, match.index, known, isLong || quote !== undefined)
  if (!speaker) return undefined
  const cue = { start: speaker.start, end: verbEnd }
  if (quote) {
    const isWhole = /^(?:\s*$|[,。;!?、]|\p{P})/u.test(clean.slice(quote.whole.end)) || endsInStop(clean, quote)
    if (isWhole && (quote.inside.end - quote.inside.start >= SHORTEST || endsInStop(clean, quote))) {
      return attribution(clean, speaker, cue, quote.inside, false)
    }
    if (sign[1] === undefined) return undefined
  }
  const end = isLong || sign[1] === ':' ? longEnd(sentences, begin) : sentenceEnd(sentences, begin)
  return attribution(clean, speaker, cue, { start: begin, end }, isLong && end === clean.length)
}

function attribution(
  clean: string,
  { subject, confidence }: { readonly subject: Subject; readonly confidence: number },
  cue: Stretch,
  words: Stretch,
  open: boolean,
): Attribution | undefined {
  const said = trimmedStretch(clean, words)
  return said && { subject, cue, said, open, confidence }
}

const endsInStop = (clean: string, { inside }: Quoted): boolean =>
  inside.end > inside.start && /[。!?,…—]/.test(clean[inside.end - 1] as string)

/** What a speaker is named behind: “…。”某某说 */
function closed(clean: string, quote: Quoted, known: ReadonlySet<string>) {
  const { whole, inside } = quote
  if (!endsInStop(clean, quote) && clean[whole.end] !== ',') return undefined
  if (!/(?:^|[。!?;:”」\s])$/u.test(clean.slice(Math.max(0, whole.start - 1), whole.start))) return undefined
  const comma = clean[whole.end] === ',' ? 1 : 0
  const from = whole.end + comma
  const clause = /^[^,。;:!?“”「」『』"]{1,40}/u.exec(clean.slice(from, from + 40))?.[0] ?? ''
  if (clause === '' || inside.end - inside.start < 2) return undefined
  const verb = VERB.exec(clean.slice(from, from + clause.length + 1))
  if (verb && verb.index <= clause.length) {
    const speaker = speakerOf(clean, from, from + verb.index, known, true)
    return (
      speaker &&
      attribution(clean, speaker, { start: speaker.start, end: from + verb.index + verb[0].length }, inside, false)
    )
  }
  if (comma > 0) return undefined
  const name = [4, 3, 2].map((length) => clause.slice(0, length)).find((each) => known.has(each))
  if (name === undefined) return undefined
  const subject: Subject = { kind: 'name', at: { start: from, end: from + name.length } }
  return attribution(clean, { subject, confidence: 0.6 }, { start: from, end: from + name.length }, inside, false)
}

/** Where the sentences of a paragraph end, and which of them tell again what happens; ascending UTF-16 offsets. */
interface Sentences {
  readonly ends: readonly number[]
  /** Where sentences begin that name a person as their subject, or tell what happens at the meeting. */
  readonly tells: readonly number[]
  readonly length: number
}

/** Stops in quotations end no sentence, except one that ends with the quotation. */
function sentencesOf(clean: string, quotes: readonly Quoted[], known: ReadonlySet<string>): Sentences {
  const ends: number[] = []
  for (let at = 0; at < clean.length; at++) {
    const quote = quoteAt(quotes, at)
    if (quote) at = quote.whole.end - 1
    if (quote ? endsSentence(clean, quote) : STOP.test(clean[at] as string)) ends.push(at + 1)
  }
  const tells = ends.filter((at) => {
    const rest = clean.slice(at, at + 30).trimStart()
    return NARRATIVE.test(rest) || [4, 3, 2].some((length) => known.has(rest.slice(0, length)))
  })
  return { ends, tells, length: clean.length }
}

const endsSentence = (clean: string, quote: Quoted): boolean =>
  STOP.test(clean[quote.inside.end - 1] ?? '') && !/^[,;、的]/u.test(clean.slice(quote.whole.end, quote.whole.end + 1))

const sentenceEnd = ({ ends, length }: Sentences, from: number): number => firstAfter(ends, from) ?? length
/** Where reported speech ends that nothing closes: before a sentence that tells what happens. */
const longEnd = (sentences: Sentences, from: number): number => firstAfter(sentences.tells, from) ?? sentences.length

/** The first of ascending numbers that is greater than `from`. */
function firstAfter(ascending: readonly number[], from: number): number | undefined {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) <= from) low = middle + 1
    else high = middle
  }
  return ascending[low]
}

/** Without overlaps: words end where the next cue begins, with the clause it stands in; a cue counts once. */
function clipped(clean: string, all: readonly Attribution[]): Attribution[] {
  const apart = all.filter((each, at) => each.said.start !== all[at - 1]?.said.start)
  const begins = apart.map(({ said, cue }) => Math.min(said.start, cue.start))
  let until = clean.length
  return apart
    .toReversed()
    .flatMap((each, index): Attribution[] => {
      const at = apart.length - 1 - index
      let { end } = each.said
      if (end > until) {
        end = until
        while (end > each.said.start && /[\p{L}\p{N}、]/u.test(clean[end - 1] as string)) end -= 1
      }
      const said = trimmedStretch(clean, { start: each.said.start, end })
      if (!said || (each.cue.start >= said.start && each.cue.start < said.end)) return []
      until = Math.min(until, begins[at] as number)
      return [{ ...each, said, open: each.open && end === each.said.end }]
    })
    .reverse()
}
