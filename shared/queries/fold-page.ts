import { foldTable } from './fold'
import { RADICALS, VARIANTS } from './fold-table'

const pointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Signs that a page would not show, or that mean something in its markup. */
const shownAs = (character: string): string =>
  /[\p{Z}\p{C}\p{M}]/u.test(character) ? pointOf(character) : character.replace(/[\\`*_{}[\]<>|#]/, '\\$&')

const rows = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Where Unicode 16 and 17 put letters that older runtimes do not know: the page is the same on all of them. */
const isRecent = (unit: number): boolean => unit >= 0xa7cb && unit <= 0xa7f1

/** What each unit becomes by one part alone, as groups by what they become, in the order of their code points. */
function groupsOf(part: 'width' | 'quotes'): [string, string[]][] {
  const others = { width: false, case: false, quotes: false, script: false, [part]: undefined }
  const groups = new Map<number, string[]>()
  foldTable(others).forEach((to, from) => {
    if (to === from || isRecent(from)) return
    const group = groups.get(to) ?? []
    group.push(String.fromCharCode(from))
    groups.set(to, group)
  })
  return [...groups].toSorted(([a], [b]) => a - b).map(([to, from]) => [String.fromCharCode(to), from])
}

function variants(): string {
  const groups = VARIANTS.trim().split(/\s+/)
  const lines = groups.map((group) => {
    const [to = '', ...others] = group
    return [to, others.join(' '), [to, ...others].map(pointOf).join(' ')]
  })
  return `${groups.length} groups.\n\n${rows(['All become', 'These too', 'Code points'], lines)}`
}

function radicals(): string {
  const lines: string[][] = []
  for (let i = 0; i < RADICALS.length; i += 2) {
    const [radical, ideograph] = [RADICALS.charAt(i), RADICALS.charAt(i + 1)]
    lines.push([ideograph, radical, `${pointOf(ideograph)} ${pointOf(radical)}`])
  }
  return rows(['Becomes', 'The radical', 'Code points'], lines)
}

function simple(part: 'width' | 'quotes'): string {
  const lines = groupsOf(part).map(([to, from]) => [shownAs(to), from.map(shownAs).join(' ')])
  return rows(['All become', 'These'], lines)
}

/**
 * All that a search takes for the same, as a page in Markdown that a scholar can check: each group of characters with
 * its code points, by the part of the fold that can be turned off by itself.
 */
export function foldPage(): string {
  return `# What a search takes for the same

Made from the table that everything uses that searches (\`shared/queries/fold.ts\`): one UTF-16 unit becomes one UTF-16
unit, and what would change the length of a text is left alone. Each of the four parts can be turned off; with all of
them off a search is exact. The parts are applied one after the other until nothing changes any more, so that ⾸ becomes
首, and Ｔ becomes t.

A character of several words belongs to the groups of all of them, and these groups are one: 干 stands for 乾, 幹 and 干,
so 乾隆 is found as 干隆 too.

## Chinese characters: Traditional, Simplified and other variants

From OpenCC's dictionaries (STCharacters, TSCharacters, TWVariants, HKVariants, JPShinjitaiCharacters, by opencc-js,
Apache-2.0), and a list reviewed by hand of variants that they have in phrases only (\`make-fold-table.mjs\`).
${variants()}

## Radicals

CJK Radicals Supplement, from Unicode's EquivalentUnifiedIdeograph; the Kangxi radicals are below. They belong to width.

${radicals()}

## Width and compatibility forms

Unicode's NFKC (UAX 15) where it gives one unit for one unit.

${simple('width')}

## Case

Upper case, then lower case, by the mappings of the runtime's Unicode that are one unit to one, so that ς, σ and Σ meet.

## Quotation marks

${simple('quotes')}
`
}
