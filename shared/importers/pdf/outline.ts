import type { Pdf } from './engine'

/** An entry of the file's own outline (its bookmarks). */
export interface OutlineEntry {
  readonly title: string
  /** 1 for the highest. */
  readonly depth: number
  /** The page it leads to, from 0; absent where the file does not say. */
  readonly page?: number
}

const MOST_ENTRIES = 5_000
const DEEPEST = 12

type Nodes = NonNullable<Awaited<ReturnType<Pdf['getOutline']>>>

/** The file's own outline, in its order; empty where it has none. */
export async function outlineOf(pdf: Pdf): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const visit = async (nodes: Nodes, depth: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= MOST_ENTRIES || depth > DEEPEST) return
      const page = await pageOf(pdf, node.dest)
      entries.push({ title: node.title, depth, ...(page === undefined ? {} : { page }) })
      await visit(node.items, depth + 1)
    }
  }
  await visit((await unlessBroken(() => pdf.getOutline())) ?? [], 1)
  return entries
}

async function pageOf(pdf: Pdf, dest: Nodes[number]['dest']): Promise<number | undefined> {
  const explicit = typeof dest === 'string' ? await unlessBroken(() => pdf.getDestination(dest)) : dest
  const target: unknown = explicit?.[0]
  if (typeof target === 'number') return target
  if (typeof target !== 'object' || target === null) return undefined
  return unlessBroken(() => pdf.getPageIndex(target as Parameters<Pdf['getPageIndex']>[0]))
}

/** The answer about a part of the file that the text can be read without; undefined when that part is broken. */
export async function unlessBroken<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined // pdf.js says only that the part is malformed; the text does not depend on it.
  }
}
