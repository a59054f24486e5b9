import type { InlineMark } from '../../model/document'
import type { Draft } from '../office/draft'
import type { OpenParagraph, Story } from '../office/story'

/** Where the words of a group go. */
export interface Sink {
  take(text: string): void
  /** A control word that means something else here than in the text; whether it does. */
  word?(name: string, parameter: number | undefined): boolean
  /** The group ends that led here. */
  end?(): void
}

/** Words that go nowhere; nothing in such a group is looked at. */
export const SKIP: Sink = { take() {} }

/** How words look. */
export interface Look {
  readonly font: number | undefined
  readonly strong: boolean
  readonly emphasis: boolean
  readonly raised: 'superscript' | 'subscript' | undefined
  readonly hidden: boolean
  readonly deleted: boolean
  readonly inserted: boolean
}

/** What a paragraph is. */
export interface Setting {
  readonly style: number | undefined
  readonly outline: number | undefined
  /** The level in its list, from 0. */
  readonly list: number
  readonly centred: boolean
  /** In how many tables it stands. */
  readonly tables: number
}

/** A paragraph that is being read. */
export interface RtfParagraph extends OpenParagraph {
  /** What stands before it; its first line takes it. */
  marker: string | undefined
  /** Whether the last words are hidden: what is hidden in one go counts once. */
  inHidden: boolean
  /** The last words, while they are raised: the sign that calls a note. */
  raised: string
}

/** A text of its own, and what becomes of it when its group ends. */
export interface OwnStory {
  readonly story: Story<RtfParagraph>
  readonly isNote: boolean
  readonly end: (drafts: readonly Draft[]) => void
}

/** A field: what it asks for, and the address to which what it came to leads. */
export interface Field {
  instruction: string
}

/** All that a group inherits, and that is as before when it ends. Values are replaced, not changed. */
export interface GroupState {
  readonly sink: Sink
  readonly look: Look
  readonly setting: Setting
  /** How many characters stand in the place of one in Unicode, for old readers. */
  readonly fallback: number
  readonly story: OwnStory
  readonly field: Field | undefined
  readonly href: string | undefined
  readonly inObject: boolean
}

export const PLAIN: Look = {
  font: undefined,
  strong: false,
  emphasis: false,
  raised: undefined,
  hidden: false,
  deleted: false,
  inserted: false,
}

export const PARAGRAPH: Setting = { style: undefined, outline: undefined, list: 0, centred: false, tables: 0 }

const NO_KINDS: readonly InlineMark['kind'][] = []

/** The marks of words that look so. */
export const kindsOf = ({ strong, emphasis, raised }: Look): readonly InlineMark['kind'][] =>
  strong || emphasis || raised
    ? [
        ...(strong ? (['strong'] as const) : []),
        ...(emphasis ? (['emphasis'] as const) : []),
        ...(raised ? [raised] : []),
      ]
    : NO_KINDS

/** The look with what a control word says of it; the same where it says nothing. */
export function lookWith(look: Look, name: string, parameter: number | undefined): Look {
  const isOn = parameter !== 0
  switch (name) {
    case 'plain':
      return { ...PLAIN, deleted: look.deleted, inserted: look.inserted }
    case 'f':
      return { ...look, font: parameter }
    case 'b':
      return { ...look, strong: isOn }
    case 'i':
    case 'accdot':
    case 'acccomma':
    case 'acccircle':
      return { ...look, emphasis: isOn }
    case 'accnone':
      return { ...look, emphasis: false }
    case 'super':
      return { ...look, raised: isOn ? 'superscript' : undefined }
    case 'sub':
      return { ...look, raised: isOn ? 'subscript' : undefined }
    case 'nosupersub':
      return { ...look, raised: undefined }
    case 'v':
      return { ...look, hidden: isOn }
    case 'deleted':
      return { ...look, deleted: isOn }
    case 'revised':
      return { ...look, inserted: isOn }
    default:
      return look
  }
}

/** Tables in tables are told apart no deeper than this. */
const DEEPEST_TABLE = 8

/** The setting with what a control word says of it; the same where it says nothing. */
export function settingWith(setting: Setting, name: string, parameter: number | undefined): Setting {
  switch (name) {
    case 'pard':
      return PARAGRAPH
    case 's':
      return { ...setting, style: parameter }
    case 'outlinelevel':
      return { ...setting, outline: parameter }
    case 'ilvl':
      return { ...setting, list: Math.max(0, Math.min(8, parameter ?? 0)) }
    case 'qc':
      return { ...setting, centred: true }
    case 'ql':
    case 'qr':
    case 'qj':
      return { ...setting, centred: false }
    case 'intbl':
      return { ...setting, tables: Math.max(1, setting.tables) }
    case 'itap':
      return { ...setting, tables: Math.max(0, Math.min(DEEPEST_TABLE, parameter ?? 0)) }
    default:
      return setting
  }
}
