import { LANGUAGES } from '../messages'
import { PIGMENTS, type ThemeColour } from '../model/theme'
import { fold } from '../queries/fold'

/** What a column of a codebook, or a line in its list, can say. */
export type CodebookField = 'path' | 'name' | 'colour' | 'description' | 'inclusion' | 'exclusion' | 'example' | 'count'

const key = (words: string): string => fold(words.trim())
const languages = Object.values(LANGUAGES).map(({ messages }) => messages)

/** What other programs call these columns: Taguette (`tag`, `number of highlights`), lists of codes with memos. */
const ELSEWHERE: readonly (readonly [string, CodebookField])[] = [
  ['tag', 'path'],
  ['code', 'name'],
  ['code name', 'name'],
  ['codename', 'name'],
  ['memo', 'description'],
  ['code memo', 'description'],
  ['definition', 'description'],
  ['color', 'colour'],
  ['number of highlights', 'count'],
]

const FIELDS = new Map<string, CodebookField>([
  ...ELSEWHERE,
  ...languages.flatMap(({ codebook: { columns } }) =>
    Object.entries(columns).flatMap(([field, label]): [string, CodebookField][] => [
      [key(label), field as CodebookField],
      [key(field), field as CodebookField],
    ]),
  ),
])

const COLOURS = new Map<string, ThemeColour>(
  languages.flatMap(({ pigments }) =>
    PIGMENTS.flatMap((pigment): [string, ThemeColour][] => [
      [key(pigment), pigment],
      [key(pigments[pigment]), pigment],
    ]),
  ),
)

/** The field that a label names in any language of the interface; undefined when it is none. */
export const fieldOf = (label: string): CodebookField | undefined => FIELDS.get(key(label))

/** The colour that is meant: a pigment by its name in any language, or `#rrggbb`; undefined when it is none. */
export function colourOf(words: string): ThemeColour | undefined {
  const colour = key(words)
  return /^#[0-9a-f]{6}$/.test(colour) ? (colour as ThemeColour) : COLOURS.get(colour)
}
