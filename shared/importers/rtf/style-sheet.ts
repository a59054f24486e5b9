import { roleOf, type StyleRole } from '../office/style-names'
import type { Sink } from './state'

interface Style {
  readonly name: string
  readonly outline: number | undefined
  readonly parent: number | undefined
}

/** Chains of styles that are based on each other are followed no further than this. */
const LONGEST_CHAIN = 20

/** The paragraph styles of a document by their numbers, read from the group that defines them. */
export class StyleSheet implements Sink {
  private readonly styles = new Map<number, Style>()
  private name = ''
  private number = 0
  private outline: number | undefined
  private parent: number | undefined

  take(text: string): void {
    this.name += text
    if (!text.includes(';')) return
    const name = this.name.slice(0, this.name.indexOf(';')).trim()
    // Names may have others behind them: heading 1,Chapter.
    this.styles.set(this.number, { name: name.split(',')[0] as string, outline: this.outline, parent: this.parent })
    this.name = ''
    this.number = 0
    this.outline = undefined
    this.parent = undefined
  }

  word(name: string, parameter: number | undefined): boolean {
    if (name === 's') this.number = parameter ?? 0
    else if (name === 'outlinelevel') this.outline = parameter
    else if (name === 'sbasedon') this.parent = parameter
    return name === 's' || name === 'outlinelevel' || name === 'sbasedon'
  }

  /** What a paragraph with this style is, by its name or its level in the outline; undefined for plain text. */
  role(number: number | undefined): StyleRole | undefined {
    let at = number
    for (let step = 0; at !== undefined && step < LONGEST_CHAIN; step++) {
      const style = this.styles.get(at)
      if (!style) return undefined
      const role = roleOf(style.name) ?? outlineRole(style.outline)
      if (role) return role
      at = style.parent
    }
    return undefined
  }
}

/** A level of the outline, from 0: the first nine are headings. */
export const outlineRole = (level: number | undefined): StyleRole | undefined =>
  level !== undefined && level >= 0 && level <= 8 ? { kind: 'heading', level: level + 1 } : undefined
