import { ProblemError } from '../result'

/** A long book as one page has some 100,000 tags. Each takes about a kilobyte when it is read. */
const MOST_TAGS = 1_000_000

/** Throws a ProblemError for a page of more tags than memory can hold. `text` is its source, `name` its file's. */
export function refuseTooManyTags(name: string, text: string): void {
  let tags = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    tags += 1
    if (tags > MOST_TAGS) throw new ProblemError({ key: 'import.tooManyTags', params: { name, most: MOST_TAGS } })
  }
}
