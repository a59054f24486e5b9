import {
  attributes,
  flag,
  type ParagraphManner,
  paragraphProperties,
  type RunManner,
  runProperties,
  valued,
  type WordXml,
} from './wordml'

/** Which font and language a text is set in; Word keeps one for East Asian and one for other characters. */
export interface Face {
  readonly eastAsia: string
  /** Language tags as Word knows them. */
  readonly language: { readonly val: string; readonly eastAsia: string }
  /** Whether signs that both scripts have (“ ” … —) are East Asian ones here. */
  readonly isEastAsian: boolean
}

const FACES: readonly (readonly [RegExp, Face])[] = [
  [
    /^zh-(Hant|TW|HK|MO)\b/i,
    { eastAsia: 'PMingLiU', language: { val: 'en-US', eastAsia: 'zh-TW' }, isEastAsian: true },
  ],
  [/^zh\b/i, { eastAsia: 'SimSun', language: { val: 'en-US', eastAsia: 'zh-CN' }, isEastAsian: true }],
  [/^ja\b/i, { eastAsia: 'MS Mincho', language: { val: 'en-US', eastAsia: 'ja-JP' }, isEastAsian: true }],
  [/^ko\b/i, { eastAsia: 'Batang', language: { val: 'en-US', eastAsia: 'ko-KR' }, isEastAsian: true }],
]

/** The face of a text in this language (BCP 47). */
export function faceOf(language: string): Face {
  const known = FACES.find(([pattern]) => pattern.test(language))?.[1]
  if (known) return known
  const val = /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(language) && language !== 'und' ? language : 'en-US'
  return { eastAsia: 'SimSun', language: { val, eastAsia: 'zh-CN' }, isEastAsian: false }
}

export const LATIN = 'Times New Roman'
/** What code is set in, where its characters are Latin ones. */
export const MONOSPACE = 'Courier New'
/** Styles that Word does not have itself, and its own for comments. */
export const STYLE = {
  source: 'PingdianSource',
  note: 'PingdianNote',
  code: 'PingdianCode',
  debris: 'PingdianDebris',
  comment: 'CommentText',
} as const
/** How far notes are set in, in twips. */
export const NOTE_INDENT = 960
const GREY = '595959'

interface Style {
  readonly id: string
  /** Absent: the same as the id. Word knows its own styles by it. */
  readonly name?: string
  readonly next?: string
  /** Whether it is offered among the styles one sets words in. */
  readonly isOffered?: boolean
  readonly run?: RunManner
  readonly paragraph?: ParagraphManner
}

const paragraphStyle = ({ id, name = id, next, isOffered = true, run = {}, paragraph = {} }: Style): WordXml =>
  [
    `<w:style w:type="paragraph" w:styleId="${id}">${valued('name', name)}<w:basedOn w:val="Normal"/>${valued('next', next)}`,
    flag('qFormat', isOffered),
    `${paragraphProperties(paragraph)}${runProperties(run)}</w:style>`,
  ].join('')

const heading = (level: number, size: number, before: number): WordXml =>
  paragraphStyle({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: 'Normal',
    run: { size, bold: true, colour: '1F1C1A' },
    paragraph: { keepNext: true, spacing: { before, after: 120, line: 280 } },
  })

/** The styles of a document whose main language has this face, as the inside of `w:styles`. Sizes are half points, lengths twips. */
export function stylesXml({ eastAsia, language }: Face): WordXml {
  const font = { latin: LATIN, eastAsia }
  const defaults = `<w:docDefaults><w:rPrDefault>${runProperties({ font, size: 24, language })}</w:rPrDefault><w:pPrDefault>${paragraphProperties({ spacing: { after: 80, line: 360 } })}</w:pPrDefault></w:docDefaults>`
  const cell = (side: string, width: number): WordXml => `<w:${side}${attributes({ w: width, type: 'dxa' })}/>`
  const margins = cell('top', 0) + cell('left', 108) + cell('bottom', 0) + cell('right', 108)
  return [
    defaults,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`,
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    paragraphStyle({
      id: 'Title',
      next: 'Normal',
      run: { size: 36, bold: true },
      paragraph: { keepNext: true, spacing: { after: 200, line: 280 } },
    }),
    heading(1, 30, 400),
    heading(2, 27, 320),
    heading(3, 25, 260),
    heading(4, 24, 220),
    heading(5, 24, 200),
    heading(6, 24, 200),
    paragraphStyle({
      id: 'TOCHeading',
      name: 'TOC Heading',
      next: 'Normal',
      isOffered: false,
      run: { size: 26, bold: true },
      paragraph: { keepNext: true, spacing: { before: 240, after: 120, line: 280 } },
    }),
    ...[1, 2, 3, 4].map((level) =>
      paragraphStyle({
        id: `TOC${level}`,
        name: `toc ${level}`,
        next: 'Normal',
        isOffered: false,
        paragraph: { spacing: { after: 100 }, indent: { left: 240 * (level - 1) } },
      }),
    ),
    paragraphStyle({ id: 'ListParagraph', name: 'List Paragraph' }),
    paragraphStyle({
      id: 'Caption',
      name: 'caption',
      run: { size: 20, colour: GREY },
      paragraph: { align: 'center' },
    }),
    paragraphStyle({
      id: 'FootnoteText',
      name: 'footnote text',
      isOffered: false,
      run: { size: 19 },
      paragraph: { spacing: { after: 40, line: 280 } },
    }),
    paragraphStyle({
      id: 'Footer',
      name: 'footer',
      isOffered: false,
      run: { size: 18, colour: GREY },
      paragraph: { spacing: { after: 0, line: 240 }, align: 'center' },
    }),
    paragraphStyle({
      id: STYLE.comment,
      name: 'annotation text',
      isOffered: false,
      run: { size: 20 },
      paragraph: { spacing: { after: 0, line: 240 } },
    }),
    paragraphStyle({
      id: 'Quote',
      paragraph: { spacing: { before: 200, after: 0, line: 320 }, indent: { left: 480, right: 240 } },
    }),
    paragraphStyle({
      id: STYLE.source,
      name: 'Source',
      run: { size: 20, colour: GREY },
      paragraph: { spacing: { after: 40, line: 280 }, indent: { left: 480 } },
    }),
    paragraphStyle({
      id: STYLE.note,
      name: 'Note',
      run: { size: 22 },
      paragraph: { spacing: { after: 40, line: 300 }, indent: { left: NOTE_INDENT } },
    }),
    paragraphStyle({
      id: STYLE.code,
      name: 'Code',
      run: { font: { latin: MONOSPACE, eastAsia }, size: 20 },
      paragraph: { spacing: { after: 0, line: 260 } },
    }),
    paragraphStyle({
      id: STYLE.debris,
      name: 'Around the text',
      run: { size: 19, colour: GREY },
      paragraph: { spacing: { line: 260 } },
    }),
  ].join('')
}

/** Bullets on nine levels, each set in further, as the inside of `w:numbering`. */
export function numberingXml(number: number): WordXml {
  const levels = [...Array(9).keys()].map((level) => {
    const indent = paragraphProperties({ indent: { left: 480 * (level + 1), hanging: 360 } })
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="${number}"><w:abstractNumId w:val="0"/></w:num>`
}
