import type { ChartLook } from './chart-look'

/** A picture that needs nothing beside itself. */
export interface Picture {
  readonly text: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

const SVG = 'http://www.w3.org/2000/svg'
const HEAD = 44
const FONTS =
  '"Source Sans 3 Variable", "Source Sans 3", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
/** Pixels of a PNG for each CSS pixel. */
const SHARPNESS = 2

/** A chart as an SVG file, with its title above it, its description inside, and paper behind it. */
export function svgText(
  chart: SVGSVGElement,
  { title, description, look }: { title: string; description: string; look: ChartLook },
): Picture {
  const width = Number(chart.getAttribute('width'))
  const height = Number(chart.getAttribute('height')) + HEAD
  const make = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
    const element = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    element.textContent = text
    return element
  }
  const outer = make('svg', {
    xmlns: SVG,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONTS,
    'font-size': 12,
    color: look.ink,
    role: 'img',
  })
  const inner = chart.cloneNode(true) as SVGSVGElement
  inner.setAttribute('y', String(HEAD))
  inner.removeAttribute('class')
  inner.removeAttribute('role')
  inner.removeAttribute('aria-label')
  outer.append(
    make('title', {}, title),
    make('desc', {}, description),
    make('rect', { width, height, fill: look.paper }),
    make('text', { x: 14, y: 27, 'font-size': 15, 'font-weight': 600, fill: look.ink }, title),
    inner,
  )
  return { text: new XMLSerializer().serializeToString(outer), width, height }
}

/** The picture as a PNG file. */
export async function pngOf({ text, width, height }: Picture): Promise<Uint8Array> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = new OffscreenCanvas(width * SHARPNESS, height * SHARPNESS)
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
