import { type CslDate, type CslItem, dateParts, isoDate } from './item'
import { type CslName, fullName, isHanName } from './names'
import { type CitedWords, monthName, stopped } from './words'

function dateWords(date: CslDate | undefined): string {
  const [year, month, day] = dateParts(date)
  if (year === undefined) return isoDate(date) || 'n.d.'
  if (month === undefined) return String(year)
  return day === undefined ? `${monthName(month)} ${year}` : `${monthName(month)} ${day}, ${year}`
}

const inverted = (name: CslName): string =>
  name.literal ?? (isHanName(name) || !name.given ? fullName(name) : `${name.family}, ${name.given}`)

function joined(all: readonly string[]): string {
  if (all.length < 2) return all.join('')
  if (all.length === 2) return all.join(' and ')
  return `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}`
}

/** Chinese is not set in italics. */
const title = (words: string): CitedWords =>
  /\p{Script=Han}/u.test(words) ? { text: words } : { text: words, italic: true }
const quoted = (words: string, after: string): string =>
  `“${words.replace(/[“”]/g, (sign) => (sign === '“' ? '‘' : '’'))}${/[?!。？！]$/u.test(words) ? '' : after}”`

/** What stands after the title, each part with what parts it from the one before. */
function details(item: CslItem, separator: string, place?: string): CitedWords[] {
  const container = item['container-title']
  const kind = item.type === 'speech' ? 'speech' : ''
  const words: CitedWords[] = []
  const add = (one: CitedWords, before: string): void => {
    words.push(...(words.length > 0 ? [{ text: before }] : []), one)
  }
  if (container) add(title(container), separator)
  else if (kind) add({ text: separator === ', ' ? kind : 'Speech' }, separator)
  add({ text: dateWords(item.issued) }, ', ')
  if (place) add({ text: place }, ', ')
  if (item.URL) add({ text: item.URL }, separator)
  return words
}

/** A source in a bibliography by the Chicago Manual of Style (17th edition, notes and bibliography). */
export function chicago(item: CslItem): CitedWords[] {
  const { author = [] } = item
  const shown =
    author.length > 10
      ? [...author.slice(0, 7).map((name, at) => (at === 0 ? inverted(name) : fullName(name))), 'et al']
      : author.map((name, at) => (at === 0 ? inverted(name) : fullName(name)))
  const by = author.length > 10 ? shown.join(', ') : joined(shown)
  return [{ text: `${by ? `${stopped(by)} ` : ''}${quoted(item.title, '.')} ` }, ...details(item, '. '), { text: '.' }]
}

/** The same source in a note, with the place in it. */
export function chicagoNote(item: CslItem, place?: string): CitedWords[] {
  const { author = [] } = item
  const by = author.length > 3 ? `${fullName(author[0] as CslName)} et al.` : joined(author.map(fullName))
  return [{ text: `${by ? `${by}, ` : ''}${quoted(item.title, ',')} ` }, ...details(item, ', ', place), { text: '.' }]
}
