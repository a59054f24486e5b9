import type { WrittenProperties } from '../office/properties'
import { type Sink, SKIP } from './state'

/** The fields of the properties that are text, and the names they have elsewhere. */
const TEXTS = new Set([
  'title',
  'author',
  'subject',
  'keywords',
  'doccomm',
  'operator',
  'company',
  'category',
  'manager',
])
/** A property is read so far, in UTF-16 units. */
const LONGEST = 10_000
const two = (number: number): string => String(number).padStart(2, '0')

/** A document's properties, read from the group that holds them (RTF 1.9.1, "Information Group"). */
export class Info implements Sink {
  private readonly texts = new Map<string, string>()
  private readonly times = new Map<string, string>()

  take(): void {}

  /** Where the words go of a group in the properties. */
  sinkOf(name: string): Sink {
    if (TEXTS.has(name)) {
      return {
        take: (text) => {
          const before = this.texts.get(name) ?? ''
          if (before.length < LONGEST) this.texts.set(name, before + text)
        },
      }
    }
    if (name !== 'creatim' && name !== 'revtim') return SKIP
    const parts = new Map<string, number>()
    return {
      take() {},
      word(part, parameter) {
        parts.set(part, parameter ?? 0)
        return true
      },
      end: () => {
        const [year, month, day] = ['yr', 'mo', 'dy'].map((part) => parts.get(part) ?? 0) as [number, number, number]
        if (year < 1000 || year > 9999) return
        const date = `${year}-${two(month)}-${two(day)}`
        const hour = parts.get('hr')
        this.times.set(name, hour === undefined ? date : `${date}T${two(hour)}:${two(parts.get('min') ?? 0)}`)
      },
    }
  }

  written(): WrittenProperties {
    const text = (name: string): string | undefined => this.texts.get(name)
    const keywords = text('keywords')
    return {
      title: text('title'),
      author: text('author'),
      created: this.times.get('creatim'),
      keywords: keywords === undefined ? [] : [keywords],
      other: {
        subject: text('subject'),
        description: text('doccomm'),
        category: text('category'),
        lastModifiedBy: text('operator'),
        modified: this.times.get('revtim'),
        company: text('company'),
      },
    }
  }
}
