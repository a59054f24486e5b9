import type { BlockKind } from '../../model/document'

/** What a paragraph is by the name of its style. */
export type StyleRole =
  | { readonly kind: 'title' | 'subtitle' | 'contents' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: Exclude<BlockKind, 'heading' | 'paragraph' | 'listItem' | 'tableRow'> }

const CHINESE_LEVELS = '一二三四五六七八九'

/** Headings: the name that all versions of a program write into the file, and those that people see or make up. */
const HEADING =
  /^(?:heading|head|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|επικεφαλίδα|başlık|标题|標題|見出し|제목|عنوان|כותרת)\s*_?\s*([1-9])(?!\d)/iu
const CHINESE_HEADING =
  /^(?:([一二三四五六七八九])|([1-9]))\s*级\s*标题|^(?:([一二三四五六七八九])|([1-9]))\s*級\s*標題/u

const ROLES: readonly (readonly [RegExp, StyleRole])[] = [
  [
    /^(?:title|titel|titre|título|titulo|titolo|заголовок|(?:文章|文档|大|主|总)?标题|(?:文章|文件|大|主|總)?標題|公文标题|表題|제목)$/iu,
    { kind: 'title' },
  ],
  [
    /^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|подзаголовок|副标题|副標題|副題|부제)$/iu,
    { kind: 'subtitle' },
  ],
  [/^(?:toc|contents|目录|目錄|目次|verzeichnis|tdm|tdc|sommario|оглавление)\s*\d+$/iu, { kind: 'contents' }],
  [
    /^(?:(?:intense\s+)?quote|quotations?|block\s*(?:text|quotation|quote)|zitat|intensives zitat|citation|citation intense|cita|citazione|цитата|(?:明显|强调)?引用|(?:鮮明|明顯)?引文|引用文|인용)$/iu,
    { kind: 'quotation' },
  ],
  [/^(?:caption|beschriftung|légende|题注|標號|图注|图题|表题|図表番号|캡션)$/iu, { kind: 'caption' }],
  [/^(?:html preformatted|preformatted text|source code|code|代码|代碼|程序代码)$/iu, { kind: 'code' }],
]

/** Names of styles are no longer than this, in UTF-16 units. */
const LONGEST = 100

/** What the name of a paragraph style says of its paragraphs; undefined when it says nothing. */
export function roleOf(name: string): StyleRole | undefined {
  const plain = name.slice(0, LONGEST).trim()
  const heading = HEADING.exec(plain)
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  const chinese = CHINESE_HEADING.exec(plain)
  if (chinese) {
    const [, first, digit, second, other] = chinese
    const sign = first ?? second
    return { kind: 'heading', level: sign === undefined ? Number(digit ?? other) : CHINESE_LEVELS.indexOf(sign) + 1 }
  }
  return ROLES.find(([names]) => names.test(plain))?.[1]
}
