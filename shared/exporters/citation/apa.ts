import { type CslItem, dateParts, isoDate } from './item'
import { type CslName, fullName, isHanName } from './names'
import { type CitedWords, initials, monthName, stopped } from './words'

function dateWords({ issued }: CslItem): string {
  const [year, month, day] = dateParts(issued)
  if (year === undefined) return isoDate(issued) || 'n.d.'
  if (month === undefined) return String(year)
  return `${year}, ${monthName(month)}${day === undefined ? '' : ` ${day}`}`
}

const listed = (name: CslName): string =>
  name.literal ?? (isHanName(name) || !name.given ? fullName(name) : `${name.family}, ${initials(name.given)}`)

function joined(all: readonly string[], last: string): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}${last}${all.at(-1)}`
}

function authors({ author = [] }: CslItem): string {
  const all = author.map(listed)
  return all.length > 20 ? `${all.slice(0, 19).join(', ')}, . . . ${all.at(-1)}` : joined(all, ', & ')
}

const isInContainer = ({ type }: CslItem): boolean => type === 'article-newspaper' || type === 'article-journal'
const set = (words: string, italic: boolean): CitedWords =>
  italic && !/\p{Script=Han}/u.test(words) ? { text: words, italic: true } : { text: words }

/** A source in a list of references by the Publication Manual of the APA (7th edition). Chinese is not set in italics. */
export function apa(item: CslItem): CitedWords[] {
  const container = item['container-title']
  const by = authors(item)
  const kind = item.type === 'speech' ? ' [Speech]' : ''
  const date = `(${dateWords(item)}).`
  const title = [
    set(item.title, !isInContainer(item)),
    { text: kind || /[.?!。？！]$/u.test(item.title) === false ? `${kind}.` : '' },
  ]
  const head: CitedWords[] = by ? [{ text: `${stopped(by)} ${date} ` }, ...title] : [...title, { text: ` ${date}` }]
  const from: CitedWords[] = container ? [{ text: ' ' }, set(container, isInContainer(item)), { text: '.' }] : []
  return [...head, ...from, ...(item.URL ? [{ text: ` ${item.URL}` }] : [])]
}

/** The source in the text, in brackets, with the place in it: `(Reader, 1925, para. 4)`. */
export function apaInText(item: CslItem, place?: string): string {
  const { author = [], title } = item
  const short = author.map((name) => name.literal ?? (isHanName(name) ? fullName(name) : (name.family ?? '')))
  const brief = [...title].length > 30 ? `${[...title].slice(0, 30).join('')}…` : title
  const by = short.length === 0 ? `“${brief}”` : short.length > 2 ? `${short[0]} et al.` : short.join(' & ')
  const year = dateParts(item.issued)[0] ?? (isoDate(item.issued) || 'n.d.')
  return `(${[by, year, ...(place ? [place] : [])].join(', ')})`
}
