/** A name as CSL has it: of a person in two parts, or of a body, or a person of whom no more is known, as one. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

/** Family names of two characters, in both scripts. */
const DOUBLE = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 司空 夏侯 宇文 长孙 長孫 端木 独孤 獨孤 南宫 南宮 轩辕 軒轅 百里 东郭 東郭 呼延 闻人 聞人 澹台 澹臺 太史 申屠 公冶 宗政 濮阳 濮陽 淳于 单于 單于'.split(
    ' ',
  ),
)
/** Words at the end of what is a body or an office and no person. */
const BODY =
  /(?:报|報|社|部|局|委|会|會|院|府|厅|廳|网|網|台|臺|室|组|組|队|隊|司|处|處|中心|大学|大學|评论员|評論員|编辑|編輯|记者|記者|书记|書記|主席|总理|總理|省长|市长|同志)$/u
/** Words before a name that say what its bearer is. */
const OFFICE = /^(?:本报|本報)?(?:特约|特約|通讯|通訊)?(?:记者|記者|通讯员|通訊員|作者|文|撰文|编辑|編輯)[\s:：/／]*/u
const HAN = /^[\p{Script=Han}·]+$/u
const PARTS = /\s*(?:[、;；&＆]|,(?=\s*\p{Script=Han})|，|\s+and\s+|\s+和\s+|\s*\/\s*)\s*/u

function hanName(words: string): CslName {
  if (BODY.test(words) || words.includes('·') || [...words].length > 4) return { literal: words }
  const characters = [...words]
  if (characters.length < 2) return { literal: words }
  const length = characters.length > 2 && DOUBLE.has(characters.slice(0, 2).join('')) ? 2 : 1
  return { family: characters.slice(0, length).join(''), given: characters.slice(length).join('') }
}

function latinName(words: string): CslName {
  const [family, given, ...more] = words.split(/\s*,\s*/)
  if (family && given && more.length === 0) return { family, given }
  const parts = words.split(/\s+/)
  const last = parts.at(-1) as string
  if (parts.length < 2 || parts.length > 4 || !/^\p{Lu}/u.test(last)) return { literal: words }
  return { family: last, given: parts.slice(0, -1).join(' ') }
}

/**
 * The names in an author field as it was written: several of them apart (`张三、李四`, `Jane Doe and John Roe`), a person's
 * family name from the given one in both scripts, bodies and offices (本报评论员, 新华社) as they are.
 */
export function namesIn(field: string): CslName[] {
  const bare = field.replace(OFFICE, '').trim()
  // Names of two characters are spread with a space: 张　三.
  const parts = bare
    .split(PARTS)
    .flatMap((part) =>
      /^(?:[\p{Script=Han}]{2,4}\s+)+[\p{Script=Han}]{2,4}$/u.test(part) ? part.split(/\s+/) : [part],
    )
  return parts
    .map((part) => (/^[\p{Script=Han}]\s+[\p{Script=Han}]$/u.test(part) ? part.replace(/\s+/g, '') : part.trim()))
    .filter((part) => part !== '')
    .map((part) => (HAN.test(part) ? hanName(part) : latinName(part)))
}

/** Whether a name is written in Chinese characters. */
export const isHanName = ({ family, literal }: CslName): boolean => HAN.test(family ?? literal ?? '')

/** The name in its own order: 张三, `Jane Doe`. */
export const fullName = (name: CslName): string =>
  name.literal ??
  [name.family, name.given]
    .filter(Boolean)
    [isHanName(name) ? 'slice' : 'reverse']()
    .join(isHanName(name) ? '' : ' ')
