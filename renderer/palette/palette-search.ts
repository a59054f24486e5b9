import { fold } from '#shared/queries/fold'

/** What can be found in the palette, in the order in which it is offered. */
export const KINDS = ['recent', 'commands', 'documents', 'themes', 'liveThemes', 'searches', 'projects'] as const
export type Kind = (typeof KINDS)[number]

/** Something that can be found. */
export interface Item {
  readonly kind: Kind
  /** The command, document, theme, live theme, saved search or project. */
  readonly id: string
  /** What it is called; the first is shown, the others (other languages) are found as well. */
  readonly names: readonly string[]
  /** Further words that find it, but less well: the path to a theme, the source of a document. */
  readonly beside?: string
}

export interface Found {
  readonly kind: Kind
  readonly items: readonly Item[]
}

/** Whether Latin letters are a text's pinyin or its initials. */
export type MatchesPinyin = (text: string, letters: string) => boolean

/** How many of a kind are offered while nothing is typed; commands are all listed. */
const UNTYPED = 8
/** How many of a kind are offered while something is typed. */
const TYPED = 12

/** How well a name answers; lower is better, null is not at all. Both have been folded. */
function rankOfName(name: string, typed: string, words: readonly string[]): number | null {
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${typed}`)) return 2
  if (name.includes(typed)) return 3
  return words.every((word) => name.includes(word)) ? 4 : null
}

const least = (ranks: readonly (number | null)[]): number | null =>
  ranks.reduce((best, rank) => (rank !== null && (best === null || rank < best) ? rank : best), null)

function rankOf(item: Item, typed: string, words: readonly string[], pinyin: MatchesPinyin | null): number | null {
  const names = item.names.map((name) => fold(name))
  const byName = least(names.map((name) => rankOfName(name, typed, words)))
  if (byName !== null) return byName
  if (pinyin && names.some((name) => /\p{Script=Han}/u.test(name) && pinyin(name, typed))) return 5
  return item.beside !== undefined && fold(item.beside).includes(typed) ? 6 : null
}

/**
 * What answers what was `typed`, by kind: the best first, and among equals as they were given. The kind with the best
 * answer comes first. With nothing typed everything is offered as it was given, the commands that were used last before
 * the others. Script, width and case make no difference.
 */
export function findInPalette(items: readonly Item[], typed: string, pinyin: MatchesPinyin | null): readonly Found[] {
  const wanted = fold(typed.trim())
  if (wanted === '') {
    const used = new Set(items.flatMap(({ kind, id }) => (kind === 'recent' ? [id] : [])))
    return KINDS.map((kind) => ({
      kind,
      items: items
        .filter((item) => item.kind === kind && !(kind === 'commands' && used.has(item.id)))
        .slice(0, kind === 'commands' ? undefined : UNTYPED),
    })).filter((found) => found.items.length > 0)
  }
  const words = wanted.split(/\s+/)
  const letters = /^[a-z\s']+$/.test(wanted) ? pinyin : null
  const used = new Map(items.filter(({ kind }) => kind === 'recent').map(({ id }, at) => [id, at]))
  const groups = KINDS.filter((kind) => kind !== 'recent').map((kind) => {
    const ranked = items
      .filter((item) => item.kind === kind)
      .flatMap((item) => {
        const rank = rankOf(item, wanted, words, letters)
        return rank === null ? [] : [{ item, rank, used: used.get(item.id) ?? used.size }]
      })
      .sort((a, b) => a.rank - b.rank || a.used - b.used)
    return { kind, best: ranked[0]?.rank ?? 0, items: ranked.slice(0, TYPED).map(({ item }) => item) }
  })
  return groups
    .filter((group) => group.items.length > 0)
    .sort((a, b) => a.best - b.best)
    .map(({ kind, items }) => ({ kind, items }))
}
