import { parseDocument, stringify } from 'yaml'
import type { DocumentMetadata } from '../model/document'
import { isoDate } from './date'
import { keptAddress } from './html-elements'

/** Front matter fields by the names in use, lower case, for each field of our metadata. */
const FIELDS = {
  title: ['title'],
  subtitle: ['subtitle'],
  date: ['date', 'published', 'pubdate', 'publishdate'],
  author: ['author', 'authors', 'by', 'creator'],
  source: ['source', 'publisher'],
  url: ['url', 'link', 'canonical_url'],
  categories: ['categories', 'category'],
  tags: ['tags', 'tag', 'keywords'],
  language: ['lang', 'language'],
} as const
type Field = keyof typeof FIELDS

/** What front matter says. */
export interface FrontMatter {
  readonly metadata: DocumentMetadata
  readonly language?: string
}

/** What is wrong with front matter, and the line of the file on which it was found. */
export interface BadFrontMatter {
  readonly line: number
}

/**
 * Reads YAML front matter (the text between its fences). Every scalar is taken as it was written: no number, date or
 * truth value is guessed. Fields without a name of ours, and dates and addresses that are none, go to `other`.
 */
export function frontMatter(yaml: string): FrontMatter | BadFrontMatter {
  const parsed = parseDocument(yaml, { schema: 'failsafe' })
  const [error] = parsed.errors
  if (error) return { line: (error.linePos?.[0].line ?? 1) + 1 }
  let values: unknown
  try {
    values = parsed.contents === null ? {} : parsed.toJS()
  } catch (unresolved) {
    // An alias without its anchor, or so many of them that they are an attack.
    if (unresolved instanceof ReferenceError) return { line: 2 }
    throw unresolved
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return { line: 2 }
  return sorted(Object.entries(values))
}

function sorted(entries: readonly (readonly [string, unknown])[]): FrontMatter {
  const fields = new Map<Field, string[]>()
  const other: Record<string, string> = {}
  for (const [key, value] of entries) {
    const field = fieldOf(key, fields)
    const items = itemsOf(value, field === 'categories' || field === 'tags')
    if (field !== undefined && (field !== 'date' || isoDate(items.join(' ')) !== undefined) && isKeepable(field, items))
      fields.set(field, items)
    else if (items.length > 0) other[key] = typeof value === 'string' ? value : stringify(value).trimEnd()
  }
  const one = (field: Field): string | undefined => fields.get(field)?.join(', ').replace(/\s+/gu, ' ').trim()
  const present = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
    value === undefined ? {} : ({ [key]: value } as { [key in K]: T })
  const written = one('date')
  return {
    metadata: {
      ...present('title', one('title')),
      ...present('subtitle', one('subtitle')),
      ...present('date', written === undefined ? undefined : isoDate(written)),
      ...present('author', one('author')),
      ...present('source', one('source')),
      ...present('url', one('url')),
      ...present('categories', fields.get('categories')),
      ...present('tags', fields.get('tags')),
      ...(Object.keys(other).length === 0 ? {} : { other }),
    },
    ...present('language', one('language')),
  }
}

function fieldOf(key: string, taken: ReadonlyMap<Field, unknown>): Field | undefined {
  const name = key.trim().toLowerCase()
  const field = (Object.keys(FIELDS) as Field[]).find((each) => (FIELDS[each] as readonly string[]).includes(name))
  return field !== undefined && !taken.has(field) ? field : undefined
}

const isKeepable = (field: Field, items: readonly string[]): boolean =>
  items.length > 0 && (field !== 'url' || keptAddress(items.join('')) !== undefined)

/** A field's values as strings: a list's items, a string cut at commas when it stands for a list, a person's name. */
function itemsOf(value: unknown, isList: boolean): string[] {
  if (typeof value === 'string') {
    return (isList ? value.split(/[,，、;；]/) : [value]).map((item) => item.trim()).filter((item) => item !== '')
  }
  if (Array.isArray(value)) return value.flatMap((item) => itemsOf(item, false))
  if (typeof value === 'object' && value !== null) {
    const name: unknown = 'name' in value ? value.name : undefined
    return typeof name === 'string' && name !== '' ? [name] : [stringify(value).trimEnd()]
  }
  return []
}
