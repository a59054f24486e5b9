import type { DocumentMetadata, SourceDocument } from '../../model/document'
import { type CslName, namesIn } from './names'

/** A date as CSL has it: year, month and day as far as they are known, or words where it is no date. */
export type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string }

/** A source as CSL-JSON describes it (Citation Style Language 1.0.2, csl-data.json). */
export interface CslItem {
  readonly id: string
  readonly type: 'article-newspaper' | 'article-journal' | 'webpage' | 'speech' | 'document'
  readonly title: string
  readonly author?: readonly CslName[]
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly 'container-title'?: string
  readonly section?: string
  readonly URL?: string
  /** BCP 47; absent where it is not known. */
  readonly language?: string
}

const NEWSPAPER =
  /(?:报|報|通讯社|通訊社|新华社|新華社|晨报|晚报)$|\b(?:Daily|Times|News|Post|Herald|Gazette|Tribune|Guardian|Zeitung)\b/u
const JOURNAL =
  /(?:学报|學報|杂志|雜誌|学刊|學刊|月刊|季刊|求是|红旗|紅旗|半月谈)$|\b(?:Journal|Review|Quarterly|Magazine|Bulletin|Annals)\b/u
const SPEECH = /(?:讲话|講話|致辞|致辭|演讲|演講|演说|演說|发言|發言|贺词|賀詞)|\b(?:speech|address|remarks)\b/iu
const URL_START = /^https?:\/\/\S+$/i

function typeOf(title: string, { source, url, section }: DocumentMetadata): CslItem['type'] {
  const from = (source ?? '').replace(/^《(.*)》$/u, '$1').trim()
  if (JOURNAL.test(from)) return 'article-journal'
  if (NEWSPAPER.test(from) || (from !== '' && section !== undefined)) return 'article-newspaper'
  if (url !== undefined && URL_START.test(url.trim())) return 'webpage'
  return SPEECH.test(title) ? 'speech' : 'document'
}

function dateOf(words: string): CslDate | undefined {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:$|T|\s)/.exec(words.trim())
  if (found) return { 'date-parts': [found.slice(1).filter(Boolean).map(Number)] }
  return words.trim() === '' ? undefined : { literal: words.trim() }
}

const day = (time: number): CslDate => {
  const date = new Date(time)
  return { 'date-parts': [[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]] }
}

/**
 * A document as a source that can be cited, as far as its metadata tells. A reporter stands for an author where there is
 * none; what was read from an address was accessed when it was brought in.
 */
export function cslItem(
  document: Pick<SourceDocument, 'title' | 'metadata' | 'language' | 'created'>,
  id: string,
): CslItem {
  const { metadata, language, created } = document
  const bare = document.title.replace(/\s+/g, ' ').trim()
  const subtitle = metadata.subtitle?.trim()
  const isChinese = /\p{Script=Han}/u.test(bare)
  const title = subtitle && !bare.includes(subtitle) ? `${bare}${isChinese ? '——' : ': '}${subtitle}` : bare
  const author = namesIn(metadata.author ?? metadata.reporter ?? '')
  const issued = metadata.date === undefined ? undefined : dateOf(metadata.date)
  const container = metadata.source?.replace(/^《(.*)》$/u, '$1').trim()
  const url = metadata.url?.trim()
  return {
    id,
    type: typeOf(bare, metadata),
    title,
    ...(author.length > 0 && { author }),
    ...(issued && { issued }),
    ...(container && { 'container-title': container }),
    ...(metadata.section?.trim() && { section: metadata.section.trim() }),
    ...(url && URL_START.test(url) && { URL: url, accessed: day(created) }),
    ...(language !== 'und' && { language }),
  }
}

/** The parts of a date that are known; none of words. */
export const dateParts = (date: CslDate | undefined): readonly number[] =>
  date && 'date-parts' in date ? (date['date-parts'][0] ?? []) : []

/** `2020-11-12`, `2020-11`, `2020`, or the words that stand for a date; empty where there is none. */
export const isoDate = (date: CslDate | undefined): string =>
  date && 'literal' in date
    ? date.literal
    : dateParts(date)
        .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
        .join('-')
