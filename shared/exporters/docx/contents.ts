import { attributes, paragraph, type WordXml, xmlWords } from './wordml'

/** A heading that a table of contents leads to. */
export interface Heading {
  /** From 1; what is deeper than four is not in the table, and six is the deepest there is. */
  readonly level: number
  readonly words: string
  /** The words as they are set. */
  readonly xml: WordXml
}

const DEEPEST = 4
const field = (type: 'begin' | 'separate' | 'end'): WordXml =>
  `<w:r><w:fldChar${attributes({ fldCharType: type, dirty: type === 'begin' ? 'true' : undefined })}/></w:r>`
const instruction = (words: string): WordXml =>
  `<w:r><w:instrText xml:space="preserve">${xmlWords(words)}</w:instrText></w:r>`
const anchorOf = (index: number): string => `_Toc${index + 1}`

/** The heading with this place among all, where the table of contents finds it. */
export const headingPart = ({ level, xml }: Heading, index: number): WordXml =>
  paragraph(
    { style: `Heading${Math.min(level, 6)}` },
    `<w:bookmarkStart${attributes({ id: index + 1, name: anchorOf(index) })}/>${xml}<w:bookmarkEnd w:id="${index + 1}"/>`,
  )

/**
 * A table of contents, as Word makes one: a field that already has its entries, whose pages are counted when the
 * document is opened.
 */
export function contentsPart(title: string, headings: readonly Heading[]): WordXml {
  const begin = field('begin') + instruction(`TOC \\h \\o "1-${DEEPEST}"`) + field('separate')
  const entries = headings.flatMap(({ level, words }, index) => {
    if (level > DEEPEST) return []
    const page = field('begin') + instruction(`PAGEREF ${anchorOf(index)} \\h`) + field('separate') + field('end')
    const text = `<w:r><w:t xml:space="preserve">${xmlWords(words)}</w:t></w:r><w:r><w:tab/></w:r>`
    return [
      {
        level,
        link: `<w:hyperlink${attributes({ anchor: anchorOf(index), history: 1 })}>${text}${page}</w:hyperlink>`,
      },
    ]
  })
  const lines = entries.map(({ level, link }, index) =>
    paragraph({ style: `TOC${level}`, dotted: true }, index === 0 ? begin : '', link),
  )
  const head = paragraph({ style: 'TOCHeading' }, `<w:r><w:t>${xmlWords(title)}</w:t></w:r>`)
  const part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
  const last = paragraph({}, entries.length === 0 ? begin : '', field('end'))
  return `<w:sdt><w:sdtPr><w:alias w:val="${xmlWords(title)}"/>${part}</w:sdtPr><w:sdtContent>${head}${lines.join('')}${last}</w:sdtContent></w:sdt>`
}
