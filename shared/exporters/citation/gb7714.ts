import { type CslItem, dateParts, isoDate } from './item'
import { type CslName, isHanName } from './names'
import { type CitedWords, initials } from './words'

/** GB/T 7714-2015, 表B.1 and B.2: the kind of a source and, where it is read online, its carrier. */
const CODES: Readonly<Record<CslItem['type'], string>> = {
  'article-newspaper': 'N',
  'article-journal': 'J',
  webpage: 'EB',
  speech: 'Z',
  document: 'Z',
}
const MOST_NAMES = 3

const nameOf = (name: CslName): string => {
  if (name.literal !== undefined) return name.literal
  if (isHanName(name)) return `${name.family}${name.given ?? ''}`
  return [name.family?.toUpperCase(), initials(name.given ?? '', '')].filter(Boolean).join(' ')
}

function names({ author = [] }: CslItem): string {
  const shown = author.slice(0, MOST_NAMES).map(nameOf)
  const others = author.some(isHanName) ? '等' : 'et al'
  return [...shown, ...(author.length > MOST_NAMES ? [others] : [])].join(', ')
}

/**
 * A source by GB/T 7714-2015, 顺序编码制. `place` is where in it the passage stands: a page follows the year after a colon,
 * anything else after a comma.
 */
export function gb7714(item: CslItem, place?: { readonly page?: string; readonly words: string }): CitedWords[] {
  const { title, type, section, URL: address } = item
  const container = item['container-title']
  const date = isoDate(item.issued)
  const read = address ? `[${isoDate(item.accessed)}]` : ''
  const at = place === undefined ? '' : place.page === undefined ? `, ${place.words}` : `: ${place.page}`
  const code = `[${CODES[type]}${address ? '/OL' : ''}]`
  const by = names(item)
  const parts = [...(by ? [by] : []), `${title}${code}`]
  if (type === 'webpage') {
    const year = dateParts(item.issued)[0]
    const from = [container, container && year ? String(year) : ''].filter(Boolean).join(', ')
    parts.push(`${from}${date ? `(${date})` : ''}${read}${at}`.replace(/^, /, ''))
  } else {
    const issue = `${date}${section && type === 'article-newspaper' ? `(${section})` : ''}${at}${read}`
    parts.push(
      [container, issue]
        .filter(Boolean)
        .join(issue.startsWith(',') ? '' : ', ')
        .replace(/^, /, ''),
    )
  }
  if (address) parts.push(address)
  return [{ text: `${parts.filter((part) => part !== '').join('. ')}.` }]
}
