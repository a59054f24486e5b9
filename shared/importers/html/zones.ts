import type { Element } from 'hast'
import type { Debris } from '../../model/document'
import { attribute } from '../html-elements'

/** What elements are by their names and roles. */
const TAGS: Readonly<Record<string, Debris>> = { nav: 'navigation', menu: 'navigation', footer: 'footer' }
const ROLES: Readonly<Record<string, Debris>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'share',
  tablist: 'navigation',
  search: 'navigation',
  banner: 'navigation',
  contentinfo: 'footer',
  dialog: 'advert',
  alertdialog: 'advert',
}

/**
 * What an element is by the words of its class and id, as sites in English and Chinese name them. A word is a part
 * between hyphens, underscores, digits and capital letters; `share`, `shareBox` and `bd-share_2` all hold `share`.
 */
const WORDS: readonly (readonly [Debris, RegExp])[] = [
  ['breadcrumb', /^(?:breadcrumbs?|crumbs?|bread|mianbao|weizhi|dqwz|curpos|currentlocation|nowposition)$/],
  ['qrCode', /^(?:qrcode|qr|erweima|ewm|wxcode)$/],
  [
    'share',
    /^(?:share|shares|sharing|sharebar|sharethis|social|sns|bdshare\w*|jiathis|addthis|fontsize|zihao|dayin|print|printer|fenxiang|tools|toolbox|toolbar)$/,
  ],
  [
    'advert',
    /^(?:ad|ads|adv|advert|adverts|advertisement|advertising|adsense|adsbygoogle|guanggao|gg|promo|promos|promotion|sponsor|sponsored|newsletter|signup|paywall|cookie|cookies|consent|gdpr|popup|modal|appdownload|openapp)$/,
  ],
  ['counter', /^(?:views|viewcount|pv|hits|clicks|pageviews|readcount|djcs|yuedu)$/],
  [
    'navigation',
    /^(?:nav|navbar|navi|navigation|topnav|subnav|menu|submenu|dropdown|sidebar|sidenav|related|relate|relatednews|recommend|recommended|recommendation|recommendations|xiangguan|xgxw|xgyd|tuijian|hotnews|ranking|rank|paihang|trending|popular|mostread|pagination|pager|pagenav|prev|next|prevnext|shangxia|sitemap|skip|skiplink|search|searchbox|sousuo|toc|tags?|taglist|tagcloud|topics|masthead|header|topbar|topline|friendlink|friendlinks|youlian|channels|lanmu)$/,
  ],
  [
    'footer',
    /^(?:footer|foot|copyright|copyrights|colophon|banquan|beian|icp|disclaimer|mianze|shengming|comment|comments|commentlist|disqus|respond|pinglun)$/,
  ],
]

/** Words that name the text itself, so that another word beside them (`main-header`, `article-next`) is not believed alone. */
const OF_TEXT = /^(?:article|articles|content|contents|body|main|text|post|entry|story|detail|details|zhengwen)$/
/** Of a name with such a word in it, only these still count. */
const SURE: ReadonlySet<Debris> = new Set(['share', 'qrCode', 'breadcrumb', 'advert'])

/** What an element is by its markup alone, without what is in it or around it; undefined for what may be text. */
export function zoneOf(element: Element): Debris | undefined {
  const role = ROLES[attribute(element, 'role') ?? '']
  if (role) return role
  const byTag = Object.hasOwn(TAGS, element.tagName) ? TAGS[element.tagName] : undefined
  if (byTag) return byTag
  if (element.tagName === 'body' || element.tagName === 'html' || /^h[1-6]$/.test(element.tagName)) return undefined
  for (const name of namesOf(element)) {
    const words = wordsOf(name)
    const isOfText = words.some((word) => OF_TEXT.test(word))
    for (const [kind, pattern] of WORDS) {
      if (words.some((word) => pattern.test(word)) && (!isOfText || SURE.has(kind))) return kind
    }
  }
  return undefined
}

const namesOf = (element: Element): string[] => [
  ...(attribute(element, 'id') ?? '').split(' '),
  ...(attribute(element, 'className') ?? '').split(' '),
]

/** The words of a name, and the whole of it without what divides them. */
function wordsOf(name: string): string[] {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  return parts.length > 8 ? [] : [...parts, parts.join('')]
}
