import { keptAddress } from '../html-elements'
import { fieldAddress } from '../office/field-address'
import type { Remarks } from '../remarks'

interface OpenField {
  instruction: string
  /** Whether what follows is what the field came to, which is text; before, it is what it asks for. */
  isResult: boolean
  hasResult: boolean
}

/** Fields that show something, and leave nothing in the text: formulas of old, with which signs are circled. */
const WITHOUT_RESULT = /^\s*(?:EQ|ADVANCE|SYMBOL)\b/i

/** The fields around the place that is read (ECMA-376, 17.16): only what they came to is text. */
export class Fields {
  private readonly open: OpenField[] = []

  /** Whether words here are text. */
  get areText(): boolean {
    return this.open.every(({ isResult }) => isResult)
  }

  /** The address to which the words here lead. */
  get address(): string | undefined {
    for (const { instruction } of this.open.toReversed()) {
      const address = fieldAddress(instruction)
      if (address !== undefined) return address
    }
    return undefined
  }

  begin(): void {
    this.open.push({ instruction: '', isResult: false, hasResult: false })
  }

  instruct(words: string): void {
    const field = this.open.at(-1)
    if (field && !field.isResult && field.instruction.length < 4000) field.instruction += words
  }

  /** The result begins. */
  separate(remarks: Remarks): void {
    const field = this.open.at(-1)
    if (!field) return
    field.isResult = true
    field.hasResult = true
    const address = fieldAddress(field.instruction)
    if (address !== undefined && keptAddress(address) === undefined) remarks.count('import.addresses')
  }

  end(remarks: Remarks): void {
    const field = this.open.pop()
    if (field && !field.hasResult && WITHOUT_RESULT.test(field.instruction)) remarks.count('import.embedded')
  }
}
