/** The pages of a document where it says where they begin, and the numbers that some of them start with. */
export class OdtPages {
  /** The page that is being read, from 0. */
  current = 0
  private readonly starts = new Map<number, number>()

  /** A page begins here, with this number where it has one of its own. Its place is given, from 0. */
  turn(number?: number): number {
    this.current += 1
    this.startAt(number)
    return this.current
  }

  /** The page that is read has this number. */
  startAt(number: number | undefined): void {
    if (number !== undefined) this.starts.set(this.current, number)
  }

  labels(): string[] {
    let number = 0
    return Array.from({ length: this.current + 1 }, (_, page) => {
      number = this.starts.get(page) ?? number + 1
      return String(number)
    })
  }
}
