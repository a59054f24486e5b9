import { lettersWide } from './letter-width'

/** Writes small PDF files for tests, with every line where the test puts it. Not part of the program. */

/** Times, Times Bold, Times Italic; Song (GB 1, not embedded, its characters by the map UniGB-UTF16), also vertical. */
export type HandFont = 'roman' | 'bold' | 'italic' | 'song' | 'songDown'

export interface HandLine {
  readonly text: string
  /** Points from the left, and from the top down to the baseline. */
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly font?: HandFont
  /** Degrees, against the clock. */
  readonly turned?: number
}

export interface HandPage {
  readonly lines: readonly HandLine[]
  readonly width?: number
  readonly height?: number
  /** Degrees by which a viewer turns it, with the clock. */
  readonly rotate?: number
}

export interface HandPdf {
  readonly pages: readonly HandPage[]
  readonly info?: Readonly<Record<string, string>>
  /** Page labels as the entries of a number tree: `0 << /S /r >> 2 << /S /D /St 5 >>`. */
  readonly labels?: string
  readonly outline?: readonly { readonly title: string; readonly page: number }[]
  /** What /Count of the page tree says, when it lies. */
  readonly count?: number
}

const FONTS: Readonly<Record<HandFont, string>> = {
  roman: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  bold: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>',
  italic: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>',
  song: song('H'),
  songDown: song('V'),
}

function song(way: 'H' | 'V'): string {
  const below =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 ' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
    '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] ' +
    '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>'
  return `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-${way} /DescendantFonts [${below}] >>`
}

const utf16 = (text: string): string =>
  `<${[...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`

/** WinAnsi for what the tests write of it: Latin-1, quotation marks, dagger and bullet. */
const WIN_ANSI: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '†': 0x86 }
const winAnsi = (text: string): string =>
  `<${[...text].map((each) => (WIN_ANSI[each] ?? each.charCodeAt(0)).toString(16).padStart(2, '0')).join('')}>`

function content({ lines, height = 842 }: HandPage): string {
  return lines
    .map(({ text, x, y, size = 10, font = 'roman', turned = 0 }) => {
      const angle = (turned * Math.PI) / 180
      const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)]
      const shown = font.startsWith('song') ? utf16(text) : winAnsi(text)
      return `BT /${font} ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${height - y} Tm ${shown} Tj ET`
    })
    .join('\n')
}

/** The bytes of the file. */
export function writePdf({ pages, info = {}, labels, outline = [], count }: HandPdf): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const names = Object.keys(FONTS) as HandFont[]
  const fonts = names.map((name) => `/${name} ${add(FONTS[name])} 0 R`).join(' ')
  const tree = objects.length + 2 * pages.length + 1
  const kids = pages.map((page) => {
    const { width = 595, height = 842, rotate = 0 } = page
    const drawn = content(page)
    const stream = add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ` +
        `/Resources << /Font << ${fonts} >> >> /Contents ${stream} 0 R >>`,
    )
  })
  add(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${count ?? pages.length} >>`)
  const outlines = outlineObjects(outline, kids, objects.length + 1)
  for (const body of outlines) add(body)
  const told = add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${utf16Text(value)}`)
      .join(' ')} >>`,
  )
  const root = add(
    `<< /Type /Catalog /Pages ${tree} 0 R ${labels === undefined ? '' : `/PageLabels << /Nums [${labels}] >>`} ` +
      `${outlines.length > 0 ? `/Outlines ${told - outlines.length} 0 R` : ''} >>`,
  )
  return assembled(objects, `/Root ${root} 0 R /Info ${told} 0 R`)
}

const utf16Text = (text: string): string => `<feff${utf16(text).slice(1)}`

function outlineObjects(outline: HandPdf['outline'], kids: readonly number[], first: number): string[] {
  if (!outline || outline.length === 0) return []
  const entry = (at: number): string => `${first + 1 + at} 0 R`
  return [
    `<< /Type /Outlines /First ${entry(0)} /Last ${entry(outline.length - 1)} /Count ${outline.length} >>`,
    ...outline.map(
      ({ title, page }, at) =>
        `<< /Title ${utf16Text(title)} /Parent ${first} 0 R /Dest [${kids[page]} 0 R /Fit] ` +
        `${at > 0 ? `/Prev ${entry(at - 1)}` : ''} ${at + 1 < outline.length ? `/Next ${entry(at + 1)}` : ''} >>`,
    ),
  ]
}

/** Objects and a trailer as a file with its cross-reference table. */
export function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n'
  const places = objects.map((body, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** Running text as lines of a column: broken at about `measure` points, the first line of a paragraph indented. */
export function set(
  text: string,
  at: { x: number; y: number; measure: number; size?: number; leading?: number; indent?: number; font?: HandFont },
): HandLine[] {
  const { x, y, measure, size = 10, leading = 12, indent = 0, font = 'roman' } = at
  const cjk = font.startsWith('song')
  const lines: string[] = []
  const width = (line: string): number => (cjk ? line.length : lettersWide(line)) * size
  for (const word of cjk ? [...text] : text.split(' ')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : cjk ? line + word : `${line} ${word}`
    if (line !== undefined && width(longer) + (lines.length === 1 ? indent : 0) <= measure)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line, index) => ({
    text: line,
    x: index === 0 ? x + indent : x,
    y: y + index * leading,
    size,
    font,
  }))
}
