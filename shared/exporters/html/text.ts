import type { Block, BlockKind } from '../../model/document'
import type { ThemeColour } from '../../model/theme'
import { outsideAddress } from '../address'
import type { MarkedPassage } from '../marked-documents'
import type { MarkedBlock, MarkedRun } from '../marked-runs'
import type { Colours } from './colours'
import { directionOf, escapeHtml } from './escape'

/** What a text is set with. */
export interface TextSetting {
  readonly colours: Colours
  /** A passage's number on the page: `h12` is its first word, `n12` what is said about it. */
  numberOf(passage: MarkedPassage): number
  /** What is said about the passages that begin in these blocks, to stand in the margin beside them. */
  margin(passages: readonly MarkedPassage[]): string
  /** The level of the heading under which the text stands. */
  readonly under: number
}

const TAGS = { strong: 'strong', emphasis: 'em', code: 'code', superscript: 'sup', subscript: 'sub' } as const

const coloursOf = (passages: readonly MarkedPassage[]): ThemeColour[] => [
  ...new Set(passages.flatMap(({ given }) => given.map(({ theme }) => theme.colour))),
]

function runHtml({ text, marks, passages, opens }: MarkedRun, { colours, numberOf }: TextSetting): string {
  let html = escapeHtml(text)
  for (const mark of marks) if (mark.kind !== 'link') html = `<${TAGS[mark.kind]}>${html}</${TAGS[mark.kind]}>`
  const last = passages.at(-1)
  if (!last) {
    const address = outsideAddress(marks.find(({ kind }) => kind === 'link')?.href ?? '')
    return address ? `<a href="${escapeHtml(address)}">${html}</a>` : html
  }
  const [first, second] = coloursOf(passages)
  const classes = [first ? colours.main(first) : 'bare', ...(second ? [colours.second(second)] : [])].join(' ')
  const numbers = passages.map(numberOf).join(' ')
  const [own, ...others] = opens.map((each) => ` id="h${numberOf(each)}"`)
  const anchors = others.map((id) => `<span${id}></span>`).join('')
  const stop = own === undefined ? ' tabindex="-1"' : ''
  return `${anchors}<mark class="${classes}" data-h="${numbers}"><a href="#n${numberOf(opens[0] ?? last)}"${own ?? ''}${stop}>${html}</a></mark>`
}

const cellHtml = (cell: readonly MarkedRun[], setting: TextSetting): string =>
  cell.map((run) => runHtml(run, setting)).join('')
const blockHtml = ({ cells }: MarkedBlock, setting: TextSetting): string =>
  cells.map((cell) => cellHtml(cell, setting)).join('\t')

/** Blocks of these kinds make one element together where they follow each other. */
const JOINED = new Set<BlockKind>(['listItem', 'tableRow', 'quotation', 'code'])

function grouped(blocks: readonly MarkedBlock[]): MarkedBlock[][] {
  const groups: MarkedBlock[][] = []
  for (const each of blocks) {
    const before = groups.at(-1)?.at(-1)?.block
    const joins =
      before?.kind === each.block.kind && JOINED.has(each.block.kind) && !before.debris && !each.block.debris
    if (joins) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  return groups
}

function elementHtml(group: readonly MarkedBlock[], setting: TextSetting, heading: (block: Block) => number): string {
  const [first] = group
  if (!first) return ''
  const words = group.map((each) => blockHtml(each, setting))
  const { block } = first
  const way = group.map((each) => directionOf(each.block.text))
  if (block.debris) return `<p class="debris"${way[0]}>${words.join('')}</p>`
  switch (block.kind) {
    case 'heading': {
      const level = heading(block)
      return `<h${level}${way[0]}>${words.join('')}</h${level}>`
    }
    case 'listItem':
      return `<ul>${group
        .map(({ block: { level = 1, marker = '•' } }, index) => {
          const lead = `<span class="marker">${escapeHtml(marker)}</span> `
          return `<li class="deep${Math.min(level, 5)}"${way[index]}>${lead}${words[index]}</li>`
        })
        .join('')}</ul>`
    case 'quotation':
      return `<blockquote>${group
        .map(({ block: { level = 1 } }, index) => {
          const deep = level > 1 ? ` class="deep${Math.min(level - 1, 5)}"` : ''
          return `<p${deep}${way[index]}>${words[index]}</p>`
        })
        .join('')}</blockquote>`
    case 'code':
      return `<pre>${words.join('\n')}</pre>`
    case 'tableRow': {
      const columns = Math.max(...group.map(({ cells }) => cells.length))
      const rows = group.map(({ cells }) =>
        Array.from({ length: columns }, (_, column) => `<td>${cellHtml(cells[column] ?? [], setting)}</td>`).join(''),
      )
      return `<div class="table"><table${way.find((each) => each !== '') ?? ''}><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div>`
    }
    case 'caption':
      return `<p class="caption"${way[0]}>${words.join('')}</p>`
    case 'footnote':
      return `<p class="footnote"${way[0]}>${block.marker ? `<span class="marker">${escapeHtml(block.marker)}</span> ` : ''}${words.join('')}</p>`
    default:
      return `<p${way[0]}>${words.join('')}</p>`
  }
}

/**
 * A text as HTML: each block, or list, or table, with the stripes of its themes before it and what is said about its
 * passages in its margin. Headings never leave out a level, whatever the source did.
 */
export function textHtml(blocks: readonly MarkedBlock[], setting: TextSetting): string {
  let last = setting.under
  const heading = ({ level = 1 }: Block): number => {
    last = Math.min(setting.under + level, last + 1, 6)
    return last
  }
  return grouped(blocks)
    .map((group) => {
      const runs = group.flatMap(({ cells }) => cells.flat())
      const inks = coloursOf([...new Set(runs.flatMap(({ passages }) => passages))])
      const stripes = inks.map((colour) => `<i class="${setting.colours.main(colour)}"></i>`).join('')
      const margin = setting.margin(runs.flatMap(({ opens }) => opens))
      const text = elementHtml(group, setting, heading)
      return `<div class="row">${stripes && `<span class="stripes" aria-hidden="true">${stripes}</span>`}${margin}${text}</div>`
    })
    .join('\n')
}
