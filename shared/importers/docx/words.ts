import { keptAddress } from '../html-elements'
import { symbolOf } from '../office/symbols'
import type { Attributes } from '../office/xml'
import type { Context } from './context'
import { kindsOf, type LookProperties, lookProperty } from './look'
import type { NoteKind } from './note-calls'
import { isOn, type Part } from './package'
import { type Settled, settle } from './paragraph'
import type { WordParagraph, WordStory } from './story'

/** Words that are set in one way. */
interface Run {
  look: LookProperties
  style?: string
  /** The note that the words of this run call; they are a sign of the author's own. */
  call?: { readonly kind: NoteKind; readonly id: string } | undefined
}

/** Writes the words of a part into its paragraphs, in the way in which they are set, where they are part of the text. */
export class Words {
  /** How many deletions are around this place. */
  deletions = 0
  private readonly runs: Run[] = []
  private readonly links: (string | undefined)[] = []
  /** The form fields around this place: whether nobody filled them in, so that what is in them is no text. */
  private readonly forms: boolean[] = []
  private lastChange = ''
  /** Where relations lead, by their ids. */
  private readonly targets: ReadonlyMap<string, string>

  constructor(
    part: Part,
    private readonly context: Context,
  ) {
    this.targets = new Map(part.relations.map(({ id, target }) => [id, target]))
  }

  openRun(): void {
    this.runs.push({ look: {} })
  }

  closeRun(): void {
    this.runs.pop()
  }

  runProperty(name: string, attributes: Attributes): void {
    const run = this.runs.at(-1)
    if (!run) return
    if (name === 'w:rStyle') run.style = attributes['w:val'] ?? ''
    else run.look = { ...run.look, ...lookProperty(name, attributes) }
  }

  openLink(relation: string | undefined): void {
    const target = this.targets.get(relation ?? '')
    const address = keptAddress(target)
    if (target !== undefined && address === undefined) this.context.remarks.count('import.addresses')
    this.links.push(address)
  }

  closeLink(): void {
    this.links.pop()
  }

  openForm(): void {
    this.forms.push(false)
  }

  formProperty(name: string): void {
    if (name === 'w:showingPlcHdr' && this.forms.length > 0) this.forms[this.forms.length - 1] = true
  }

  closeForm(): void {
    this.forms.pop()
  }

  /** Counts a change. Those that one person made at one time, one after the other, are one. */
  change(name: string, attributes: Attributes): void {
    const change = `${name} ${attributes['w:author']} ${attributes['w:date']}`
    if (change !== this.lastChange) this.context.remarks.count('import.trackedChanges')
    this.lastChange = change
  }

  /** Whether words here are in the text as it is when all changes are accepted. */
  areIn({ fields }: WordStory): boolean {
    return this.deletions === 0 && !this.forms.includes(true) && fields.areText
  }

  write(story: WordStory, raw: string, set: LookProperties = {}): void {
    const { paragraph, fields } = story
    if (!paragraph || !this.areIn(story)) return
    const run = this.runs.at(-1)
    const { styles, remarks, notes, pages } = this.context
    const look = { ...this.settled(paragraph).look, ...styles.character(run?.style), ...run?.look, ...set }
    if (look.hidden) {
      if (!paragraph.inHidden && raw.trim() !== '') remarks.count('import.hiddenText')
      paragraph.inHidden = true
      return
    }
    paragraph.inHidden = false
    if (run?.call) {
      notes.call(run.call.kind, run.call.id, pages.current, raw.trim())
      run.call = undefined
    }
    const words = raw.replace(/[\uf020-\uf0ff]/g, (sign) => this.symbol(look.font ?? 'Symbol', sign.charCodeAt(0)))
    paragraph.writer.write(words, { kinds: kindsOf(look), href: this.links.at(-1) ?? keptAddress(fields.address) })
  }

  writeSymbol(story: WordStory, { 'w:font': font = '', 'w:char': code = '' }: Attributes): void {
    if (this.areIn(story)) this.write(story, this.symbol(font, Number.parseInt(code, 16)))
  }

  /** Writes the sign of a note, or waits for the one that the author gave it. */
  callNote(story: WordStory, kind: NoteKind, attributes: Attributes): void {
    if (!story.paragraph || !this.areIn(story)) return
    const run = this.runs.at(-1)
    const id = attributes['w:id'] ?? ''
    const own = attributes['w:customMarkFollows']
    if (run && own !== undefined && isOn(own)) run.call = { kind, id }
    else {
      const sign = this.context.notes.call(kind, id, this.context.pages.current)
      this.write(story, sign, { raised: 'superscript', hidden: false })
    }
  }

  /** What the paragraph is; decided when its first words come, behind its properties. */
  settled(paragraph: WordParagraph): Settled {
    paragraph.settled ??= paragraph.joinsNext
      ? { look: {}, centred: false }
      : settle(paragraph, this.context.styles, this.context.numbering)
    return paragraph.settled
  }

  private symbol(font: string, code: number): string {
    const found = symbolOf(font, code)
    if (found === undefined) this.context.remarks.count('import.symbols')
    return found ?? '\ufffd'
  }
}
