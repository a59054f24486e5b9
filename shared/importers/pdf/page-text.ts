import type { PdfPage } from './engine'
import type { PageText, Piece } from './piece'

/** More pieces than this on one page are no text that anybody wrote; the rest is left out. */
const MOST_PIECES = 100_000

interface Font {
  readonly bold: boolean
  readonly italic: boolean
}
/** What is known of a document's fonts by the names pdf.js gives them. */
export type Fonts = Map<string, Font>

/** An item as pdf.js gives it, where it stands with the page upright, and how it is turned: 0 to 3 quarters clockwise. */
interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly quarter: number
  readonly vertical: boolean
  readonly rightToLeft: boolean
  readonly spaced: boolean
  readonly font: Font
}

type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

/** Reads what stands on a page. `fonts` is filled with the fonts it meets. */
export async function readPageText(page: PdfPage, fonts: Fonts): Promise<PageText> {
  const content = await page.getTextContent()
  await learnFonts(page, Object.keys(content.styles), fonts)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const items: Item[] = []
  let spaced = false
  for (const raw of content.items.slice(0, MOST_PIECES) as TextItem[]) {
    const text = raw.str.trim()
    if (text === '') {
      spaced ||= raw.str !== '' || raw.hasEOL
      continue
    }
    const item = placed(raw, text, transform as unknown as Matrix, {
      spaced: spaced || /^\s/.test(raw.str),
      vertical: content.styles[raw.fontName]?.vertical === true,
      font: fonts.get(raw.fontName) ?? { bold: false, italic: false },
    })
    if (item) items.push(item)
    spaced = raw.hasEOL || /\s$/.test(raw.str)
  }
  return turned(page.pageNumber - 1, items, { width, height })
}

type Matrix = readonly [number, number, number, number, number, number]

function placed(
  raw: TextItem,
  text: string,
  view: Matrix,
  said: Pick<Item, 'spaced' | 'vertical' | 'font'>,
): Item | undefined {
  const [a, b, c, d, e, f] = raw.transform as number[] as [number, number, number, number, number, number]
  const along = [view[0] * a + view[2] * b, view[1] * a + view[3] * b] as const
  const x = view[0] * e + view[2] * f + view[4]
  const y = view[1] * e + view[3] * f + view[5]
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  const width = said.vertical ? raw.height : raw.width
  if (![x, y, size, width].every(Number.isFinite) || size <= 0) return undefined
  const quarter = (Math.round(Math.atan2(along[1], along[0]) / (Math.PI / 2)) + 4) % 4
  return { text, x, y, width, size, quarter, rightToLeft: raw.dir === 'rtl', ...said }
}

/** The items as pieces of a page that is turned as most of its text is. */
function turned(index: number, items: readonly Item[], page: { width: number; height: number }): PageText {
  const letters = (which: (item: Item) => boolean): number =>
    items.reduce((sum, item) => sum + (which(item) ? item.text.length : 0), 0)
  const all = letters(() => true)
  const [quarter = 0] = [0, 1, 2, 3].sort((a, b) => letters((i) => i.quarter === b) - letters((i) => i.quarter === a))
  const upright = items.filter((item) => item.quarter === quarter).map((item) => turnBack(item, page))
  const sides = quarter % 2 === 0 ? page : { width: page.height, height: page.width }
  const vertical = letters((item) => item.vertical) * 2 > all
  const rightToLeft = !vertical && letters((item) => item.rightToLeft) * 2 > all
  const pieces = upright.map((item): Piece => {
    const { text, size, spaced, font, width } = item
    const against = rightToLeft && !item.rightToLeft
    const common = { text, size, spaced, against, ...font }
    if (vertical) return { ...common, ...downwards(item, sides.width) }
    if (item.vertical) return { ...common, x: item.x - size / 2, y: item.y + size, width: size }
    return { ...common, x: rightToLeft ? sides.width - item.x - width : item.x, y: item.y, width }
  })
  return {
    index,
    width: vertical ? sides.height : sides.width,
    height: vertical ? sides.width : sides.height,
    pieces,
    across: items.filter((item) => item.quarter !== quarter).map((item) => item.text),
  }
}

/** The item with the page turned back by as many quarters as the item is turned. */
function turnBack(item: Item, { width, height }: { width: number; height: number }): Item {
  const { x, y, quarter } = item
  if (quarter === 1) return { ...item, x: y, y: width - x }
  if (quarter === 2) return { ...item, x: width - x, y: height - y }
  if (quarter === 3) return { ...item, x: height - y, y: x }
  return item
}

/** Where an item stands when vertical columns, read from right to left, are taken for lines. */
function downwards(item: Item, width: number): { x: number; y: number; width: number } {
  const middle = item.vertical ? item.x : item.x + item.width / 2
  const top = item.vertical ? item.y : item.y - 0.8 * item.size
  return { x: top, y: width - middle + 0.4 * item.size, width: item.vertical ? item.width : item.size }
}

/** Looks at fonts not met before. Only a page that is prepared for drawing tells their names. */
async function learnFonts(page: PdfPage, names: readonly string[], fonts: Fonts): Promise<void> {
  const unknown = names.filter((name) => !fonts.has(name))
  if (unknown.length === 0) return
  await page.getOperatorList()
  for (const name of unknown) {
    const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const called = String(font?.name ?? '')
    fonts.set(name, {
      bold: font?.bold === true || font?.black === true || /bold|black|heavy|demi|simhei|黑体/i.test(called),
      italic: font?.italic === true || /italic|oblique/i.test(called),
    })
  }
}
