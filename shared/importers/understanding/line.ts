import type { Debris, MetadataField } from '../../model/document'
import { keptAddress } from '../html-elements'
import { type Breadcrumb, breadcrumbIn, isHome, isMenu, isMenuWord } from './breadcrumb'
import { explain } from './explained'
import { folded } from './folded'
import { noticeIn } from './notices'

/** A field of the metadata that a line gives. */
export interface Said {
  readonly field: MetadataField
  readonly value: string
  /** The words it was read from, as they stand there. */
  readonly quote: string
  /** Of several values the one with the smallest rank is believed. */
  readonly rank: number
  /** The word that it stands behind, as it is written: 责任编辑. */
  readonly label?: string
}

/** What a line of a page is, that is no part of the text. */
export interface PageLine {
  readonly debris: Debris
  /** Whether it is that wherever it stands; else only beside others of its kind. */
  readonly sure: boolean
  /** Whether links to other pages follow it. */
  readonly opens?: boolean
  readonly said: readonly Said[]
  /** Values that no field takes, by their names. */
  readonly others: Readonly<Record<string, string>>
}

/** A line of the page, and its words, are no longer than this, in UTF-16 units. */
const LONGEST = 400

const PUBLISHED = /《([^》]{2,30})》|\b(?:in|on|by) ((?:the )?\p{Lu}[\p{L} '’&-]{2,40}?)(?=[,.;)]| on | in |$)/iu
const ADDRESS = /^<?((?:https?:\/\/|www\.)[^\s<>"，。）]+)>?$/i

/** What a line of a page is; undefined when it is text, or may be. `title` is the page's own, folded. */
export function pageLine(line: string, title = ''): PageLine | undefined {
  if (line.length > LONGEST * 2 || line.trim() === '') return undefined
  const fold = folded(line)
  const words = fold.trim()
  const plain = { sure: true, said: [], others: {} }
  const address = ADDRESS.exec(line.trim())
  if (address) return addressLine(address[1] as string, line.trim())
  const crumb = breadcrumbIn(withArrows(line, fold), title) ?? sectionOfTitle(line, fold, title)
  if (crumb) {
    const [start, end] = crumb.section ?? [0, 0]
    const said =
      end > start ? [{ field: 'section', value: line.slice(start, end), quote: line.trim(), rank: 2 } as const] : []
    return { ...plain, debris: 'breadcrumb', said }
  }
  if (isMenu(fold)) return { ...plain, debris: 'navigation' }
  const explained = line.length <= LONGEST ? explain(line, fold) : undefined
  const notice = explained?.sure ? undefined : noticeIn(words)
  // 本文首发于… names a paper, and who wrote it there.
  if (explained && !(notice?.sure && notice.debris === 'source')) return explained
  if (!notice) {
    const isWayOn = isMenuWord(fold) || isHome(words) || isRowOfLinks(words) || HASHTAGS.test(words)
    return isWayOn ? { ...plain, debris: 'navigation', sure: false } : undefined
  }
  const source =
    notice.debris === 'source'
      ? PUBLISHED.exec(line)
          ?.slice(1)
          .find((each) => each)
      : undefined
  const said = source === undefined ? [] : [{ field: 'source', value: source, quote: line.trim(), rank: 3 } as const]
  const writers = (explained?.said ?? []).filter(({ field }) => field === 'reporter' || field === 'author')
  return { ...plain, ...notice, said: [...said, ...writers.map((each) => ({ ...each, rank: 3 }))] }
}

/** The part of the site with the title behind a bar: WORLD|The Last Lamplighters of Zagreb. */
function sectionOfTitle(line: string, fold: string, title: string): Breadcrumb | undefined {
  const section = /^\s*([^|]{2,20}?)\s?\|\s?/u.exec(fold)
  if (!section || title === '' || fold.slice(section[0].length).trim() !== title) return undefined
  const start = line.length - line.trimStart().length
  return { section: [start, start + (section[1] as string).length] }
}

/** Words that a text is filed under, a # before each; with how many others are. */
const HASHTAGS = /^(?:#[^\s#。]{1,20}(?:\s{1,2}\d{1,4}\s?个)?\s{0,3}){1,8}$/u

/** Names of other sites, with bars between them: 链接：全国人大 | 全国政协 | 国家监察委员会. */
function isRowOfLinks(words: string): boolean {
  const parts = words.replace(/^[^:|]{2,6}:\s?/u, '').split(/\s?\|\s?/u)
  return parts.length >= 4 && parts.every((part) => /^[\p{L}\s·.]{2,16}$/u.test(part))
}

/** Arrows that are marks of quotation where they stand in pairs: Home › News. */
const withArrows = (line: string, fold: string): string =>
  /[›»]/.test(line) && !/[‹«]/.test(line)
    ? fold.replace(/['"]/g, (sign, at) => (/[›»]/.test(line[at] as string) ? '>' : sign))
    : fold

function addressLine(written: string, quote: string): PageLine {
  const value = keptAddress(written.startsWith('www') ? `http://${written}` : written)
  const said = value === undefined ? [] : [{ field: 'url', value, quote, rank: 3 } as const]
  return { debris: 'source', sure: false, said, others: {} }
}
