import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx'

/** Which font and language a text is set in; Word keeps one for East Asian and one for other characters. */
export interface Face {
  readonly eastAsia: string
  /** Language tags as Word knows them. */
  readonly language: { readonly value: string; readonly eastAsia: string }
  /** Whether signs that both scripts have (“ ” … —) are East Asian ones here. */
  readonly isEastAsian: boolean
}

const FACES: readonly (readonly [RegExp, Face])[] = [
  [
    /^zh-(Hant|TW|HK|MO)\b/i,
    { eastAsia: 'PMingLiU', language: { value: 'en-US', eastAsia: 'zh-TW' }, isEastAsian: true },
  ],
  [/^zh\b/i, { eastAsia: 'SimSun', language: { value: 'en-US', eastAsia: 'zh-CN' }, isEastAsian: true }],
  [/^ja\b/i, { eastAsia: 'MS Mincho', language: { value: 'en-US', eastAsia: 'ja-JP' }, isEastAsian: true }],
  [/^ko\b/i, { eastAsia: 'Batang', language: { value: 'en-US', eastAsia: 'ko-KR' }, isEastAsian: true }],
]

/** The face of a text in this language (BCP 47). */
export function faceOf(language: string): Face {
  const known = FACES.find(([pattern]) => pattern.test(language))?.[1]
  if (known) return known
  const value = /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(language) && language !== 'und' ? language : 'en-US'
  return { eastAsia: 'SimSun', language: { value, eastAsia: 'zh-CN' }, isEastAsian: false }
}

export const LATIN = 'Times New Roman'
/** The name of the numbering that gives list items their bullets. */
export const BULLETS = 'bullets'
/** Styles that Word does not have itself. */
export const STYLE = {
  source: 'PingdianSource',
  note: 'PingdianNote',
  code: 'PingdianCode',
  debris: 'PingdianDebris',
} as const
const GREY = '595959'

/** Fonts, styles and numbering of a document whose main language has this face. Sizes are half points, lengths twips. */
export function docxStyles(face: Face): Pick<IPropertiesOptions, 'styles' | 'numbering'> {
  const font = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: face.eastAsia }
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: '1F1C1A' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  return {
    styles: {
      default: {
        document: {
          run: { font, size: 24, language: face.language },
          paragraph: { spacing: { line: 360, after: 80 } },
        },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 200 }, keepNext: true } },
        heading1: heading(30, 400),
        heading2: heading(27, 320),
        heading3: heading(25, 260),
        heading4: heading(24, 220),
        heading5: heading(24, 200),
        heading6: heading(24, 200),
        footnoteText: { run: { size: 19 }, paragraph: { spacing: { line: 280, after: 40 } } },
        caption: { run: { size: 20, color: GREY, italics: false }, paragraph: { alignment: AlignmentType.CENTER } },
      },
      paragraphStyles: [
        own('Quote', 'Quote', {}, { indent: { left: 480, right: 240 }, spacing: { before: 80, after: 60 } }),
        own(
          STYLE.source,
          'Source',
          { size: 20, color: GREY },
          { indent: { left: 480 }, spacing: { line: 280, after: 40 } },
        ),
        own(
          STYLE.note,
          'Note',
          { size: 22 },
          {
            indent: { left: 960 },
            spacing: { line: 300, after: 40 },
          },
        ),
        own(
          STYLE.code,
          'Code',
          { size: 20, font: { ...font, ascii: 'Courier New', hAnsi: 'Courier New' } },
          {
            spacing: { line: 260, after: 0 },
          },
        ),
        own(STYLE.debris, 'Around the text', { size: 19, color: GREY }, { spacing: { line: 260 } }),
      ],
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [...Array(9).keys()].map((level) => ({
            level,
            format: LevelFormat.BULLET,
            text: '•',
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 480 * (level + 1), hanging: 360 } } },
          })),
        },
      ],
    },
  }
}
