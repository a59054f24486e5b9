import type { MessageKey, MessageParams } from '../../messages/keys'
import type { Problem } from '../../result'

/** Sentences that are told, gathered while a file is read; the same one is told once, with how often it was true. */
export class Tally {
  private readonly told = new Map<string, { readonly key: MessageKey; readonly params: MessageParams; count: number }>()

  /** Adds `by` to the sentence with this key and these words, which is filled with the final `count`. */
  add(key: MessageKey, params: MessageParams = {}, by = 1): void {
    if (by <= 0) return
    const name = JSON.stringify([key, params])
    const known = this.told.get(name)
    if (known) known.count += by
    else this.told.set(name, { key, params, count: by })
  }

  /** The sentences in the order in which they came up. */
  all(): Problem[] {
    return [...this.told.values()].map(({ key, params, count }) => ({ key, params: { ...params, count } }))
  }
}

/** What is told of a file that is taken in; see `ExchangeReport`. */
export class Tallies {
  readonly repaired = new Tally()
  readonly unrepresented = new Tally()
  readonly missing = new Tally()
}
