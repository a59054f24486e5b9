import { folded, pattern } from './folded'
import { isOutlet } from './outlets'

/** The commonest surnames in Chinese, which hold for all but one in two hundred people, folded by `pattern`. */
const SURNAMES =
  '王李張習寧劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許鄧韓馮曹彭曾肖田董袁潘於蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯常溫康施文牛樊葛邢安齊易喬伍龐顏倪莊聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單季裴霍塗成苗谷盛曲翁冉駱藍路游辛靳歐管柴蒙鮑華喻祁蒲房滕屈饒解牟艾尤陽時穆農司卓古吉繆簡車項連蘆麥褚婁竇戚岑景黨宮費卜冷晏席衛米柏宗瞿桂全佟應臧閔苟鄔邊卞姬師和仇欒隋商刁沙榮巫寇桑郎甄叢仲虞敖鞏明佘池查麻苑遲鄺官封談匡鞠惠荊樂冀郁胥南班儲芮原栗燕楚鄂勞諶奚皮粟冼藺樓盤滿聞位厲伊仝區郜海闞花權強帥屠豆朴蓋練廉禹井祖漆巴豐支卿國狄平計索宣晉相初門雲容敬來扈晁都普闕浦戈伏鹿薄邸雍辜羊母裘亓麼銀郗'
const COMPOUND = '歐陽|司馬|上官|諸葛|東方|皇甫|尉遲|公孫|軒轅|令狐|宇文|長孫|慕容|司徒|夏侯|端木|申屠|呼延'

const SURE = pattern(
  `^(?:(?:${COMPOUND})\\p{sc=Han}{1,2}|[${SURNAMES}]\\p{sc=Han}{1,2}|\\p{sc=Han}{1,8}·\\p{sc=Han}{1,8})$`,
)
const HAN = pattern('^(?:\\p{sc=Han}{2,4}|\\p{sc=Han}{1,8}(?:·\\p{sc=Han}{1,8}){1,3})$')
const KANA =
  /^(?=.{0,13}[\p{sc=Hiragana}\p{sc=Katakana}])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・ ]{2,14}$|^\p{sc=Han}{2,3} ?\p{sc=Han}{2,3}$/u
const OTHER = /^(?:[\p{L}\p{M}'’.-]{1,20})(?: [\p{L}\p{M}'’.-]{1,20}){0,4}$/u
/** What stands in the place of a name where nobody is named. */
const NOBODY = pattern(
  '^(?:佚名|未知|匿名|不详|无|网络|本站|原创|转载|小编|编辑部|admin|administrator|editor|unknown|anonymous|n/a|[a-z]{1,4}_?\\d{2,8}|[文图摄]|摄影|文图|图文|视频)$',
)
/** What stands behind the name of a reporter: 台北即時報導. */
const REPORTED = pattern('^\\p{sc=Han}{0,6}(?:即时|综合|连线|专题|外电|现场|特别|编译|独家)?(?:报导|报道|特稿)$')
/** What is said of a person before or after the name. */
const TITLES = pattern(
  '^发自\\p{sc=Han}{2,8}$|^(?:[一-龥]{0,12}?(?:记者|编辑|通讯员|特约撰稿人?|撰稿人?|评论员|实习生|学员)[\\s:/]{0,3})|(?:\\((?:实习生?|见习)\\))$|_[a-z]{0,4}\\d{2,8}$',
  'g',
)

/** What a person is or where, in brackets behind the name. */
const POST = /(?<=\p{L}\s?)\([^()]{4,40}\)/gu

/** An office that answers for a page in the place of a person. */
const OFFICE = pattern('^\\p{sc=Han}{1,14}(?:办|室|部|处|科|局|网|社|组|中心|委|站|院|校|馆|报|台|频道)$')

/** What a person is, after the name: By Ann Lee, Culture Correspondent. */
const POSITION =
  /\b(?:correspondent|editor|reporter|writer|staff|bureau|chief|contributor|columnist|professor|special to|news|press|agency|times|post|journal|fellow|director|desk)\b/

/** Whether folded words name an office. */
export const isOffice = (words: string): boolean => OFFICE.test(words)

/** Whether folded words are a Chinese name for certain: they begin with a surname, and are as long as a name. */
export const isSurelyName = (words: string): boolean =>
  SURE.test(words.replace(/\s/g, '').replace(/(?<=\p{sc=Han})\.(?=\p{sc=Han})/gu, '·'))

/**
 * Whether a line is the name of a person, where it stands beside the day of a page; `timed` says that the day has its
 * hour, as papers give it, so that a name which may be that of a place is the author's; `japanese`, that names have their own shape.
 */
export function nameBeside(line: string, timed: boolean, japanese: boolean): boolean {
  const words = line.trim()
  if (isSurelyName(folded(words))) return true
  if (/^\p{Lu}[\p{L}'’.-]{0,16}(?: \p{Lu}[\p{L}'’.-]{1,20}){1,2}(?: in \p{Lu}[\p{L} ]{2,24})?$/u.test(words))
    return timed
  return timed && japanese && /^\p{sc=Han}{3,5}$/u.test(words) && !/[版面欄報部]$/u.test(words)
}

/**
 * The names in a list as it stands after a word such as 作者, in order; undefined when it is no list of names, and
 * empty when nobody is named. `line` is the list itself, `list` the same folded.
 */
export function namesIn(line: string, list: string): string[] | undefined {
  // 周晓阳（湖南师范大学教授）
  const fold = list.replace(POST, (post) => ' '.repeat(post.length))
  const names: string[] = []
  for (const [from, to] of parts(fold)) {
    const titled = fold.slice(from, to).replace(TITLES, (title) => ' '.repeat(title.length))
    const start = from + titled.length - titled.replace(/^[\s【[《(「]+/u, '').length
    const whole = from + titled.replace(/[\s】\]》)」]+$/u, '').length
    // By Ann Lee in London
    const end = Math.min(whole, start + (/ (?:in|at|for) \p{L}/u.exec(fold.slice(start, whole))?.index ?? whole))
    const [own, name] = [line.slice(start, end), fold.slice(start, end)]
    if (
      name === '' ||
      NOBODY.test(name) ||
      REPORTED.test(name) ||
      (names.length > 0 && (POSITION.test(name) || isOutlet(name)))
    )
      continue
    if (OFFICE.test(name)) names.push(own)
    else if (/^\p{sc=Han} {1,3}\p{sc=Han}$/u.test(name)) names.push(own.replace(/\s/g, ''))
    else if (HAN.test(name) || KANA.test(own) || isForeign(own)) names.push(own)
    else return undefined
  }
  return names
}

const isForeign = (name: string): boolean =>
  OTHER.test(name) && !/\p{sc=Han}/u.test(name) && (!/\p{sc=Latin}/u.test(name) || /^[\p{Lu}\p{Lo}]/u.test(name))

/** Where the parts of a list stand. A space parts Chinese names, but not the two characters of one. */
function parts(fold: string): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  for (const sign of fold.matchAll(SIGNS)) {
    found.push([from, sign.index])
    from = sign.index + sign[0].length
  }
  found.push([from, fold.length])
  return found.flatMap(([start, end]) => spaced(fold, start, end))
}
const SIGNS = /\s?[、,;/&|]\s?|(?<=\p{sc=Han}{2})和(?=\p{sc=Han}{2})|\s(?:and|und|et|y|и|و)\s|\s與\s|\s与\s/gu

function spaced(fold: string, start: number, end: number): [number, number][] {
  const list = fold.slice(start, end)
  if (!/^[\p{sc=Han}·\s()]+$/u.test(list)) return [[start, end]]
  const pieces = [...list.matchAll(/\S+/g)].map(({ index, 0: { length } }): [number, number] => [
    start + index,
    start + index + length,
  ])
  const joined: [number, number][] = []
  for (const [from, to] of pieces) {
    const last = joined.at(-1)
    if (last && to - from === 1 && last[1] - last[0] === 1) last[1] = to
    else joined.push([from, to])
  }
  return joined
}

/** Names as one value: 、 between those in Chinese or Japanese, else a comma. */
export const listed = (names: readonly string[]): string =>
  names.join(names.some((name) => /[\p{sc=Han}\p{sc=Katakana}]/u.test(name)) ? '、' : ', ')
