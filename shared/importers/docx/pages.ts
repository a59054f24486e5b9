import { numberAs } from '../office/number-format'

/** How the pages of a section are numbered (ECMA-376, 17.6.12 pgNumType). */
interface Section {
  /** The page on which it ends, from 0. */
  readonly last: number
  readonly start?: number
  readonly format?: string
}

/** The pages of a document as Word laid it out last: it notes in the text where each began. */
export class DocumentPages {
  /** The page that is being read, from 0. */
  current = 0
  private readonly sections: Section[] = []

  /** A page begins here. Its number is given. */
  turn(): number {
    this.current += 1
    return this.current
  }

  endSection(numbers: Omit<Section, 'last'>): void {
    this.sections.push({ last: this.current, ...numbers })
  }

  /** What is printed on each page; undefined where the file does not say where pages begin. */
  labels(): string[] | undefined {
    if (this.current === 0) return undefined
    const labels: string[] = []
    let number = 0
    let at = 0
    let before = -1
    for (let page = 0; page <= this.current; page++) {
      while (at < this.sections.length - 1 && (this.sections[at] as Section).last < page) at += 1
      const { start, format = 'decimal' } = this.sections[at] ?? {}
      number = at !== before && start !== undefined ? start : number + 1
      before = at
      // Dashes around a number are how it is printed, not how it is cited.
      labels.push(numberAs(format === 'numberInDash' ? 'decimal' : format, number))
    }
    return labels
  }
}
