import { keptAddress } from '../html-elements'
import type { Remarks } from '../remarks'
import type { OdtParagraph } from './paragraph'
import { kindsOf, type OdtStyle } from './styles'

/** Writes words into paragraphs, as the spans, links and sections around them have them. */
export class OdtWords {
  /** One entry for each span and link around this place. */
  private readonly around: { readonly look: Partial<OdtStyle>; readonly href?: string | undefined }[] = []
  private readonly sections: boolean[] = []

  constructor(private readonly remarks: Remarks) {}

  openSpan(look: Partial<OdtStyle>): void {
    this.around.push({ look })
  }

  openLink(written: string | undefined): void {
    const href = keptAddress(written)
    if (written !== undefined && href === undefined && !written.startsWith('#')) this.remarks.count('import.addresses')
    this.around.push({ look: {}, href })
  }

  closeSpan(): void {
    this.around.pop()
  }

  openSection(isHidden: boolean): void {
    this.sections.push(isHidden)
  }

  closeSection(): void {
    this.sections.pop()
  }

  /** Writes text of the file. White space is one space, however long, and nothing at the beginning (OpenDocument 1.3, 6.1.2). */
  write(paragraph: OdtParagraph | undefined, raw: string): void {
    if (!paragraph) return
    let words = raw.replace(/[ \t\r\n]+/g, ' ')
    if (paragraph.afterSpace && words.startsWith(' ')) words = words.slice(1)
    if (words === '') return
    paragraph.afterSpace = words.endsWith(' ')
    this.put(paragraph, words)
  }

  /** Writes what an element stands for: spaces and tabs that are meant, the sign that calls a note. */
  writeSign(paragraph: OdtParagraph | undefined, sign: string, { raised = false } = {}): void {
    if (!paragraph) return
    paragraph.afterSpace = false
    this.put(paragraph, sign, raised)
  }

  private put(paragraph: OdtParagraph, words: string, raised = false): void {
    const { style, role } = paragraph
    const isHead = role?.kind === 'heading' || role?.kind === 'title'
    const inherited: Partial<OdtStyle> = isHead ? { hidden: style.hidden ?? false } : style
    const look: Partial<OdtStyle> = Object.assign({}, inherited, ...this.around.map((each) => each.look))
    if (look.hidden || this.sections.includes(true)) {
      if (!paragraph.inHidden && words.trim() !== '') this.remarks.count('import.hiddenText')
      paragraph.inHidden = true
      return
    }
    paragraph.inHidden = false
    const href = this.around.findLast((each) => each.href !== undefined)?.href
    paragraph.writer.write(words, { kinds: raised ? ['superscript'] : kindsOf(look), href })
  }
}
