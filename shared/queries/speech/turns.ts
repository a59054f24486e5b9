/** The name before a turn of a talk, as interviews print it: 记者：, 问：, MARIA:. */
const TURN = /^\s*([\p{L}\p{N}·・. ]{1,24}?)\s*[:：]\s*(?=\S)/u
/** Two speakers or more, each of whom speaks so often, make a talk. */
const OFTEN = 2

/** How the turns of a talk begin: the name, and where the words begin behind it; UTF-16 offsets into the paragraph. */
export interface Turn {
  readonly name: string
  readonly nameStart: number
  readonly words: number
}

/** The turn that a paragraph may be; undefined where it does not begin with a name and a colon. */
export function turnIn(text: string): Turn | undefined {
  const match = TURN.exec(text.slice(0, 60))
  const name = match?.[1]
  if (!match || name === undefined || !/\p{L}/u.test(name)) return undefined
  if (/\p{sc=Han}/u.test(name) ? name.length > 8 : !/^\p{Lu}/u.test(name)) return undefined
  return { name, nameStart: match[0].indexOf(name), words: match[0].length }
}

/** Who takes turns in a talk; empty where the text is none. */
export function turnTakers(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const name = turnIn(text)?.name
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([name]) => name)
  return new Set(often.length > 1 ? often : [])
}
