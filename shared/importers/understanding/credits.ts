import { anyOf, folded, pattern, words } from './folded'
import type { Said } from './line'
import { isOffice, isSurelyName, listed, namesIn } from './names'
import { isPlace } from './places'

/** What is said of the people who made a text. */
export interface Credits {
  readonly said: readonly Said[]
  /** Values that no field takes, by their names. */
  readonly others: Readonly<Record<string, string>>
}

const ROLES: readonly (readonly [role: 'reporter' | 'editor' | 'author' | '通讯员' | '摄影', list: string])[] = [
  ['reporter', '记者 采写 文/图 图/文 文图 报道'],
  ['通讯员', '通讯员'],
  ['editor', '编辑 责编 责任编辑'],
  ['author', '作者'],
  ['摄影', '摄影 图'],
]
const BY_WORD = new Map(
  ROLES.flatMap(([role, list]) => words(list).map((word) => [pattern(word).source, role] as const)),
)
const ROLE = pattern(`${anyOf([...BY_WORD.keys()])}[\\s:/丨|]{0,3}`, 'g')
const PHOTOGRAPHED = pattern('\\s?/?\\s?摄(?:影)?\\s?$')
/** Who wrote it, before who edited it, with two strokes between them: (某市纪委监委 张三 || 责任编辑 李四). */
const WRITER = pattern('(?:^|\\s)(\\p{sc=Han}{2,4}|\\p{sc=Han} \\p{sc=Han})\\s?[|丨]{1,2}\\s*$')
const REPORTED = pattern('\\s?(?:摄影|综合)?报道\\s?$')

/**
 * The people who are named with what they did in a stretch of a paragraph: 记者 张三 通讯员 李四. Undefined when other
 * words stand there. Who took the picture (记者 张三/摄) did not report.
 */
export function creditsIn(line: string, quote = line): Credits | undefined {
  const fold = folded(line)
  const byWork = creditsByWork(line, fold, quote)
  if (byWork) return byWork
  const roles = [...fold.matchAll(ROLE)]
  const first = roles[0]
  if (!first) return undefined
  const before = fold.slice(0, first.index).trim()
  if (before.length > 16 || /[,。;:]/.test(before)) return undefined
  const said: Said[] = []
  const others: Record<string, string> = {}
  const writer = WRITER.exec(fold.slice(0, first.index))
  if (writer && isSurelyName(writer[1] as string)) {
    const from = writer.index + writer[0].indexOf(writer[1] as string)
    const value = line.slice(from, from + (writer[1] as string).length).replace(/\s/g, '')
    said.push({ field: 'author', value, quote, rank: 2 })
  }
  let found = false
  for (const [at, { index, 0: word }] of roles.entries()) {
    const start = index + word.length
    const end = roles[at + 1]?.index ?? fold.length
    const segment = fold.slice(start, end)
    const photographed = PHOTOGRAPHED.test(segment)
    const until = start + segment.replace(photographed ? PHOTOGRAPHED : REPORTED, '').length
    const own = line.slice(start, until).replace(/[\s、,，;；/]+$/u, '')
    const role = photographed ? '摄影' : BY_WORD.get(word.replace(/[\s:/丨|]+$/u, ''))
    if (own.trim() === '') continue
    const names = namesIn(own, folded(own))
    if (!names || names.length === 0 || role === undefined) return undefined
    found = true
    const reported = REPORTED.test(segment) || /^报道/u.test(roles[at + 1]?.[0] ?? '')
    const place = reported && names.length > 1 ? (names.at(-1) as string) : ''
    if (place !== '' && (isPlace(folded(place)) || !isSurelyName(folded(place)))) {
      names.pop()
      said.push({ field: 'place', value: place, quote, rank: 2 })
    }
    const value = listed(names)
    if (role === '通讯员' || role === '摄影') others[role] ??= value
    else said.push({ field: role, value, quote, rank: 2, label: word.replace(/[\s:/丨|]+$/u, '') })
  }
  return found ? { said, others } : undefined
}

const BY_WORK = pattern(
  '((?:\\p{sc=Han}{2,4}|\\p{sc=Han} \\p{sc=Han})(?:[、 ]\\p{sc=Han}{2,4}){0,4})\\s?/\\s?(文|图|摄影?)(?=$|[\\s,;、])[\\s,;、]{0,2}',
  'g',
)

/** The people who are named before what they did: 记者农宏/文 蒙增/图. */
function creditsByWork(line: string, fold: string, quote: string): Credits | undefined {
  const start = /^.{0,8}?记者[\s:]{0,2}/u.exec(fold)?.[0].length ?? 0
  const found = [...fold.slice(start).matchAll(BY_WORK)]
  if (found.reduce((sum, { 0: whole }) => sum + whole.length, 0) < fold.trimEnd().length - start) return undefined
  const said: Said[] = []
  const others: Record<string, string> = {}
  for (const { index, 1: list = '', 2: work } of found) {
    const own = line.slice(start + index, start + index + list.length)
    const names = namesIn(own, list)
    if (!names || names.length === 0) return undefined
    if (work === '文') said.push({ field: start > 0 ? 'reporter' : 'author', value: listed(names), quote, rank: 2 })
    else others.摄影 ??= listed(names)
  }
  return found.length > 0 ? { said, others } : undefined
}

const AT_END = /[(（【[〔]([^()（）【】[\]〔〕]{2,60})[)）】\]〕]\s*\d{0,8}\s*$/u
const NO_NAMES = pattern('[完略续载]$|^(?:全|笑|掌)')

/** The people who are named in brackets at the end of a paragraph; names alone are those of its author. */
export function creditsAtEnd(paragraph: string): Credits | undefined {
  const found = AT_END.exec(paragraph.slice(-90))
  if (!found) return undefined
  const [quote, inner] = [found[0].replace(/\d*\s*$/, '').trim(), found[1] as string]
  const credits = creditsIn(inner, quote)
  if (credits) return credits
  const fold = folded(inner)
  const named = NO_NAMES.test(fold) ? undefined : namesIn(inner, fold)
  // The person and not the office before: 云岭省纪委监委 段青.
  const names = named && named.length > 1 && isOffice(folded(named[0] as string)) ? named.slice(1) : named
  if (!names || names.length === 0 || !names.every((name) => isSurelyName(folded(name)))) return undefined
  return { said: [{ field: 'author', value: listed(names), quote, rank: 4 }], others: {} }
}
