import type { Candidate } from './candidates'
import type { Placed } from './nest'

/** What an earlier pass over the same candidates knows of the sequences that are open in this one. */
export class Ahead {
  private readonly members = new Map<number, number[]>()
  private readonly sequenceOf = new Map<Candidate, number>()
  /** The earlier pass's number of a sequence of this one. */
  private readonly earlier = new Map<number, number>()
  private readonly tight = new Map<number, boolean>()

  /** Without `placed` nothing is known, and every answer is no. */
  constructor(
    private readonly candidates: readonly Candidate[],
    placed: readonly Placed[] = [],
  ) {
    const indices = new Map(candidates.map((candidate, at) => [candidate, at]))
    for (const { candidate, sequence } of placed) {
      const at = indices.get(candidate)
      if (at === undefined) continue
      this.sequenceOf.set(candidate, sequence)
      const members = this.members.get(sequence)
      if (members) members.push(at)
      else this.members.set(sequence, [at])
    }
  }

  /** Tells that `candidate` is a member of a sequence of this pass. */
  opened(sequence: number, candidate: Candidate): void {
    const earlier = this.sequenceOf.get(candidate)
    if (earlier !== undefined && !this.earlier.has(sequence)) this.earlier.set(sequence, earlier)
  }

  /** Whether no member of the sequence comes at the candidate's index or later. */
  isOver(sequence: number, at: number): boolean {
    const members = this.of(sequence)
    return members.length > 0 && (members.at(-1) as number) < at
  }

  /** Whether the members are paragraphs that follow each other with nothing between. */
  isTight(sequence: number): boolean {
    const known = this.tight.get(sequence)
    if (known !== undefined) return known
    const members = this.of(sequence).map((at) => this.candidates[at] as Candidate)
    const tight =
      members.length > 1 &&
      members.every(({ form, block }, at) => form === 'runIn' && block - (members[at - 1]?.block ?? block - 1) === 1)
    this.tight.set(sequence, tight)
    return tight
  }

  /** Whether the sequence goes on only behind the whole sequence that begins with `candidate`, at index `at`. */
  holds(sequence: number, candidate: Candidate, at: number): boolean {
    const inner = this.members.get(this.sequenceOf.get(candidate) ?? -1)?.at(-1)
    const next = firstFrom(this.of(sequence), at)
    return inner !== undefined && next !== undefined && inner < next
  }

  private of(sequence: number): readonly number[] {
    return this.members.get(this.earlier.get(sequence) ?? -1) ?? []
  }
}

/** The first of ascending numbers that is at least `from`. */
function firstFrom(ascending: readonly number[], from: number): number | undefined {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return ascending[low]
}
