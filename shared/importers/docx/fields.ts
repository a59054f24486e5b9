import { keptAddress } from '../html-elements'
import { fieldAddress } from '../office/field-address'
import type { Remarks } from '../remarks'

interface OpenField {
  instruction: string
  /** Whether what follows is what the field came to, which is text; before, it is what it asks for. */
  isResult: boolean
  /** The address of the field around it. */
  readonly outer: string | undefined
}

/** What a field asks for is read so far, in UTF-16 units. */
const LONGEST = 4000
/** Fields that show something, and leave nothing in the text: formulas of old, with which signs are circled. */
const WITHOUT_RESULT = /^\s*(?:EQ|ADVANCE|SYMBOL)\b/i

/** The fields around the place that is read (ECMA-376, 17.16): only what they came to is text. */
export class Fields {
  private readonly open: OpenField[] = []
  /** How many of them still say what they ask for. */
  private asking = 0
  /** The address to which the words here lead, as it is written. */
  address: string | undefined

  /** Whether words here are text. */
  get areText(): boolean {
    return this.asking === 0
  }

  begin(): void {
    this.open.push({ instruction: '', isResult: false, outer: this.address })
    this.asking += 1
  }

  instruct(words: string): void {
    const field = this.open.at(-1)
    if (field && !field.isResult && field.instruction.length < LONGEST) field.instruction += words
  }

  /** The result begins. */
  separate(remarks: Remarks): void {
    const field = this.open.at(-1)
    if (!field || field.isResult) return
    field.isResult = true
    this.asking -= 1
    const address = fieldAddress(field.instruction)
    if (address === undefined) return
    if (keptAddress(address) === undefined) remarks.count('import.addresses')
    this.address = address
  }

  end(remarks: Remarks): void {
    const field = this.open.pop()
    if (!field) return
    this.address = field.outer
    if (field.isResult) return
    this.asking -= 1
    if (WITHOUT_RESULT.test(field.instruction)) remarks.count('import.embedded')
  }
}
