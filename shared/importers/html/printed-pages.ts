import type { Element } from 'hast'
import type { Block } from '../../model/document'
import { attribute, textOf } from '../html-elements'
import { typeOf } from './notes'

/** The number of a printed page is no longer than this, in UTF-16 units. */
const LONGEST = 24

/** The number of the printed page that begins at an element (EPUB's and ARIA's `pagebreak`); undefined at others. */
export function pageAt(element: Element): string | undefined {
  if (!typeOf(element, /(?:^|\s|-)pagebreak(?:\s|$)/)) return undefined
  const written = attribute(element, 'title') ?? attribute(element, 'ariaLabel') ?? textOf(element)
  const label = written.replace(/^\s*(?:page|p\.|第)\s*|\s*页\s*$|[.\s]+$/giu, '').trim()
  return label === '' || label.length > LONGEST || /\p{Cc}/u.test(label) ? undefined : label
}

/** Follows the printed pages of a book while its blocks are written. */
export class PrintedPages {
  private begun: string | undefined
  private breaks: { readonly at: number; readonly page: string }[] = []

  /** A page begins after `written` UTF-16 units of the block that is being written. */
  begin(page: string, written: number): void {
    if (written === 0 && this.breaks.length === 0) this.begun = page
    else this.breaks.push({ at: written, page })
  }

  /**
   * The pages of a block that was written: `cut` units of it were left out at its beginning, and `length` are left.
   */
  take(cut: number, length: number): Pick<Block, 'page' | 'pageBreaks'> {
    const page = this.begun
    this.begun = this.breaks.at(-1)?.page ?? page
    const within: { at: number; page: string }[] = []
    for (const each of this.breaks) {
      const at = Math.max(0, each.at - cut)
      if (at >= length) continue
      if (within.at(-1)?.at === at) within.pop()
      within.push({ ...each, at })
    }
    this.breaks = []
    return { ...(page !== undefined && { page }), ...(within.length > 0 && { pageBreaks: within }) }
  }
}
