import type { Block } from '../../model/document'

/** An entry of the table of contents, and the block it leads to. */
export interface PlacedEntry {
  readonly title: string
  /** 1 for a chapter. */
  readonly depth: number
  /** The index of the first block of what it names. */
  readonly at: number
}

/** A chapter of a book: its title, absent for what stands before the first, and its blocks, `to` exclusive. */
export interface Chapter {
  readonly title?: string
  readonly from: number
  readonly to: number
}

/** So many blocks after the place an entry leads to, a line that is its title is its heading. */
const NEAR = 4

const plain = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase()

/**
 * The blocks of a book with the titles of its table of contents as headings: a line near the place an entry leads to
 * that has its words, or part of them, becomes one; where a page has no such line, the title is put above it. Headings
 * have the depth of their entry, and those below them move with them.
 */
export function headedBy(
  blocks: readonly Block[],
  entries: readonly PlacedEntry[],
): { readonly blocks: readonly Block[]; readonly chapters: readonly Chapter[] } {
  const at = new Map<number, PlacedEntry[]>()
  for (const entry of entries) at.set(entry.at, [...(at.get(entry.at) ?? []), entry])
  const placed: Block[] = []
  const starts: { readonly title: string; readonly from: number }[] = []
  const headings = new Map<number, number>()
  let shift = 0
  blocks.forEach((block, index) => {
    for (const { title, depth } of at.get(index) ?? []) {
      if (depth === 1) starts.push({ title, from: placed.length })
      const found = headingFor(blocks, index, title)
      const level = Math.min(6, depth)
      if (found === undefined) placed.push({ kind: 'heading', text: title, level })
      else headings.set(found, level)
      shift = found === undefined || blocks[found]?.kind !== 'heading' ? 0 : level - (blocks[found]?.level ?? 1)
    }
    const level = headings.get(index)
    if (level !== undefined) placed.push({ ...block, kind: 'heading', level })
    else if (block.kind === 'heading' && block.debris === undefined) {
      placed.push({ ...block, level: Math.max(1, Math.min(6, (block.level ?? 1) + shift)) })
    } else placed.push(block)
  })
  const first = starts[0]?.from ?? 0
  return {
    blocks: placed,
    chapters: [
      ...(first > 0 ? [{ from: 0, to: first }] : []),
      ...starts.map(({ title, from }, index) => ({ title, from, to: starts[index + 1]?.from ?? placed.length })),
    ].filter(({ from, to }) => to > from),
  }
}

/** The index of the line that is the heading an entry names; undefined where the page has none. */
function headingFor(blocks: readonly Block[], from: number, title: string): number | undefined {
  const words = plain(title)
  for (let at = from; at < Math.min(blocks.length, from + NEAR); at++) {
    const { kind, text, debris } = blocks[at] as Block
    if (debris !== undefined || text.length > 200) return undefined
    const own = plain(text)
    if (own === '' || words === '') continue
    if (own === words) return at
    if (kind === 'heading' && (words.includes(own) || own.includes(words))) return at
  }
  return (blocks[from] as Block).kind === 'heading' && (blocks[from] as Block).debris === undefined ? from : undefined
}
