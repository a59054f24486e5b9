import { LANGUAGES, type Language } from '../../messages'
import type { Theme } from '../../model/theme'

/** What a theme says of itself in words. */
export type ThemeWords = Pick<Theme, 'description' | 'inclusion' | 'exclusion'>

const FIELDS = ['inclusion', 'exclusion'] as const
const label = (language: Language, field: (typeof FIELDS)[number]): string =>
  LANGUAGES[language].messages.codebook.columns[field]

/**
 * Description and criteria as the one Description that REFI-QDA has: the criteria are paragraphs after it that begin
 * with the name they have in a codebook and a colon. Empty where nothing is said.
 */
export function themeDescription(theme: ThemeWords, language: Language): string {
  const criteria = FIELDS.flatMap((field) => (theme[field] ? [`${label(language, field)}: ${theme[field]}`] : []))
  return [...(theme.description === '' ? [] : [theme.description]), ...criteria].join('\n\n')
}

const LABELS = Object.fromEntries(
  FIELDS.map((field) => [field, (Object.keys(LANGUAGES) as Language[]).map((language) => label(language, field))]),
) as Record<(typeof FIELDS)[number], string[]>

/** Where the last paragraph begins that this field's name heads, and where its words begin; null where there is none. */
function criterion(
  text: string,
  field: (typeof FIELDS)[number],
): { readonly at: number; readonly words: number } | null {
  let last: { readonly at: number; readonly words: number } | null = null
  for (const name of LABELS[field]) {
    for (const heading of [`${name}: `, `${name}：`]) {
      const inside = text.lastIndexOf(`\n\n${heading}`)
      const found = inside >= 0 ? inside + 2 : text.startsWith(heading) ? 0 : -1
      if (found >= 0 && (last === null || found > last.at)) last = { at: found, words: found + heading.length }
    }
  }
  return last
}

/** Description and criteria out of the Description of a code; see `themeDescription`. */
export function readThemeDescription(written: string): ThemeWords {
  const criteria: { inclusion?: string; exclusion?: string } = {}
  let rest = written
  for (const field of FIELDS.toReversed()) {
    const found = criterion(rest, field)
    if (!found) continue
    const words = rest.slice(found.words)
    if (words !== '') criteria[field] = words
    rest = rest.slice(0, Math.max(0, found.at - 2))
  }
  return { description: rest, ...criteria }
}
