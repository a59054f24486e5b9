import type { ThemeColour } from '../../model/theme'
import { inkOf } from '../ink'

/** The colours that are used on a page, each with a class of its own, so that no element needs a style of its own. */
export class Colours {
  private readonly inks = new Map<string, number>()

  /** The class that makes a colour an element's `--c`. */
  main(colour: ThemeColour): string {
    return `c${this.index(colour)}`
  }

  /** The class that makes it the second colour, `--d`, where highlights lie over each other. */
  second(colour: ThemeColour): string {
    return `d${this.index(colour)}`
  }

  /** The rules for the classes that were asked for. */
  get rules(): string {
    return [...this.inks].map(([ink, index]) => `.c${index}{--c:${ink}}.d${index}{--d:${ink}}`).join('')
  }

  private index(colour: ThemeColour): number {
    const ink = inkOf(colour)
    const known = this.inks.get(ink) ?? this.inks.size
    this.inks.set(ink, known)
    return known
  }
}
