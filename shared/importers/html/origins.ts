import type { Element } from 'hast'

/** Where a block stands in the page's tree. */
export interface Origin {
  /** The innermost element that holds all of its text; absent when that is the page itself. */
  readonly element?: Element
  /** How many of its characters are there, white space left out, and how many of them are words of links. */
  readonly characters: number
  readonly linked: number
}

/** Keeps, while a tree is walked, in which elements the text of each block stands. */
export class Origins {
  /** The element around each element that was entered. */
  readonly parents = new Map<Element, Element>()
  private readonly path: Element[] = []
  private links = 0
  /** How many elements of the path are around all of the text since the last `take`. */
  private around = 0
  private characters = 0
  private linked = 0

  enter(element: Element): void {
    const parent = this.path.at(-1)
    if (parent) this.parents.set(element, parent)
    this.path.push(element)
    if (element.tagName === 'a' && element.properties.href !== undefined) this.links += 1
  }

  leave(): void {
    const element = this.path.pop()
    if (element?.tagName === 'a' && element.properties.href !== undefined) this.links -= 1
    this.around = Math.min(this.around, this.path.length)
  }

  wrote(text: string): void {
    const characters = text.replace(/\s+/g, '').length
    if (characters === 0) return
    if (this.characters === 0) this.around = this.path.length
    this.characters += characters
    if (this.links > 0) this.linked += characters
  }

  /** Where the text stands that was written since it was last asked. */
  take(): Origin {
    const element = this.path[this.around - 1]
    const { characters, linked } = this
    this.characters = 0
    this.linked = 0
    return { ...(element && { element }), characters, linked }
  }
}
