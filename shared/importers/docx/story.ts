import type { OpenParagraph } from '../office/story'
import { Story } from '../office/story'
import { Fields } from './fields'
import type { Settled } from './paragraph'

/** A paragraph that is being read, with what its properties say. */
export interface WordParagraph extends OpenParagraph {
  style?: string
  readonly list: { list?: string; level?: number }
  outline?: string
  centred?: boolean
  /** Whether the last words that were read are hidden: what is hidden in one go counts once. */
  inHidden: boolean
  /** Whether a section ends with it. */
  endsSection?: boolean
  /** What it is, once its properties have been read. */
  settled?: Settled
}

/** A text of its own, and the fields around the place that is read in it. */
export class WordStory extends Story<WordParagraph> {
  readonly fields = new Fields()

  beginParagraph(): void {
    this.openParagraph((begun) => ({ ...begun, list: {}, inHidden: false }))
  }
}
