/** A stretch of a block's text; UTF-16 offsets into it, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Who a text says is speaking. */
export type Subject =
  /** Where the name stands, and the title behind it that is no part of it (习近平总书记). */
  | { readonly kind: 'name'; readonly at: Stretch; readonly title?: Stretch }
  /** He, she, the same as before: whoever was named last. */
  | { readonly kind: 'lastNamed' }

/** That a text says who said some of its words. */
export interface Attribution {
  readonly subject: Subject
  /** The words that say who speaks, with the verb. */
  readonly cue: Stretch
  /** The words that are said, without quotation marks. */
  readonly said: Stretch
  /** Whether the words may go on in the next paragraph: nothing says where they end. */
  readonly open: boolean
  /** How sure it is, 0 to 1. */
  readonly confidence: number
}

/** What finds attributions in one block's text, given the names that are known from the whole document. */
export type Finder = (text: string, known: ReadonlySet<string>) => Attribution[]

/** The stretch without spaces and commas at its ends; undefined when nothing is left. */
export function trimmedStretch(text: string, { start, end }: Stretch): Stretch | undefined {
  let from = start
  let to = end
  while (from < to && /[\s\u3000,，:：]/.test(text[from] as string)) from += 1
  while (to > from && /[\s\u3000,，]/.test(text[to - 1] as string)) to -= 1
  return from < to && /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : undefined
}
