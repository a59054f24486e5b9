import { pinyin } from 'pinyin-pro'
import type { SourceDocument } from '../../model/document'
import type { Id } from '../../model/ids'
import { fold } from '../../queries/fold'
import { cslItem, dateParts } from './item'

/** The words in small Latin letters without accents, Chinese ones by their sounds. */
function latin(words: string): string[] {
  return pinyin(fold(words), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .flatMap((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^a-z0-9]+/),
    )
    .filter((part) => part !== '')
}

const SMALL = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'and', 'to'])

function stemOf(document: SourceDocument): string {
  const { author = [], issued, title } = cslItem(document, '')
  const [first] = author
  const words = latin(title.slice(0, 200)).filter((word) => !SMALL.has(word))
  const by = latin((first?.family ?? first?.literal ?? '').slice(0, 40))
    .slice(0, 4)
    .join('')
  const year = dateParts(issued)[0]
  const about = words.slice(0, /\p{Script=Han}/u.test(title) ? 3 : 1).join('')
  return `${by}${year ?? ''}${about}`.slice(0, 40) || 'source'
}

const suffix = (number: number): string => {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}

/**
 * A key for each document to be cited by: author, year and the beginning of the title in Latin letters, `li2020quanhui`.
 * No two are the same. Of several that would be, the first that was brought in has none of the letters that tell them
 * apart, so that a document that is added later changes no key.
 */
export function citationKeys(documents: readonly SourceDocument[]): ReadonlyMap<Id, string> {
  const keys = new Map<Id, string>()
  const taken = new Set<string>()
  const next = new Map<string, number>()
  for (const document of documents.toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))) {
    const stem = stemOf(document)
    const join = /\d$/.test(stem) ? '' : '-'
    let number = next.get(stem) ?? 0
    let key = stem
    for (; taken.has(key) || (number > 0 && key === stem); number += 1) key = `${stem}${join}${suffix(number + 1)}`
    next.set(stem, Math.max(1, number))
    taken.add(key)
    keys.set(document.id, key)
  }
  return keys
}
