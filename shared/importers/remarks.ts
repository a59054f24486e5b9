import type { MessageKey } from '../messages/keys'
import type { Problem } from '../result'

/** Counts, while a file is read, what had to be left out or repaired, so that nothing goes missing in silence. */
export class Remarks {
  private readonly counts = new Map<MessageKey, number>()
  private readonly others: Problem[] = []

  /** Adds `by` to the remark with this key; its message is filled with the final `count`. */
  count(key: MessageKey, by = 1): void {
    if (by > 0) this.counts.set(key, (this.counts.get(key) ?? 0) + by)
  }

  /** Adds a remark that is not a count. */
  add(problem: Problem): void {
    this.others.push(problem)
  }

  /** All remarks: those about the whole file first, then the counts in the order they came up. */
  all(): Problem[] {
    return [...this.others, ...[...this.counts].map(([key, count]) => ({ key, params: { count } }))]
  }
}
