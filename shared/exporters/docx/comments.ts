import type { Translate } from '../../messages'
import type { Time } from '../../model/ids'
import type { Note } from '../../model/note'
import { emphasisWords } from '../emphasis-words'
import type { ExportOptions } from '../exporter'
import { linkWords } from '../link-words'
import type { MarkedPassage, MarkedProject } from '../marked-documents'
import { timeIn } from '../times'
import { type Face, STYLE } from './styles'
import { attributes, paragraph, type WordXml, xmlWords } from './wordml'
import { noteParts, run } from './words'

/** What one coder says about one passage. */
interface Said {
  readonly themes: string[]
  readonly notes: Note[]
  readonly links: string[]
  time: Time
}

/** `李明` → 李明, `Wang Fang` → WF: what Word shows beside a comment's mark. */
const initialsOf = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? [...name].slice(0, 3).join('') : (name.match(/\b\p{L}/gu) ?? []).slice(0, 3).join('')

/** The comments of one Word document, each a coder's themes and notes on a passage. Their ids count from 0. */
export class Comments {
  private readonly all: WordXml[] = []

  constructor(
    readonly project: MarkedProject,
    readonly options: ExportOptions,
    readonly say: Translate,
    private readonly face: Face,
  ) {}

  /** Everything said so far, as the inside of `w:comments`. */
  get xml(): readonly WordXml[] {
    return this.all
  }

  /** Comments on a passage, one for each coder; their ids. None where nobody gave it a theme, a star, a note or a link. */
  onPassage(marked: MarkedPassage): number[] {
    const { highlight, given, notes } = marked
    const said = new Map<string, Said>()
    const of = (coder: string, time: Time): Said => {
      const known = said.get(coder) ?? { themes: [], notes: [], links: [], time }
      known.time = Math.min(known.time, time)
      said.set(coder, known)
      return known
    }
    for (const { path, tagging, coder } of given) {
      const { themes } = of(coder, tagging.created)
      if (!themes.includes(path)) themes.push(path)
    }
    for (const note of notes) of(this.project.coderName(note.coder), note.created).notes.push(note)
    for (const { relation, quote, title, seen } of linkWords(this, [marked])) {
      const words = [`${relation} ${quote}`, ...(title === undefined ? [] : [title])].join(' · ')
      of(this.project.coderName(seen.link.coder), seen.link.created).links.push(words)
    }
    const marks = emphasisWords([marked], this.say).join(' ')
    if (marks !== '' && said.size === 0) of(this.project.coderName(highlight.coder), highlight.created)
    return [...said].map(([coder, each], index) => this.add(coder, each, index === 0 ? marks : ''))
  }

  /** Comments on something as a whole: one for each note; their ids. */
  onWhole(notes: readonly Note[]): number[] {
    return notes.map((note) =>
      this.add(this.project.coderName(note.coder), { themes: [], notes: [note], links: [], time: note.created }, ''),
    )
  }

  private add(coder: string, { themes, notes, links, time }: Said, marks: string): number {
    const id = this.all.length
    const head = [themes.join(' · '), marks].filter((each) => each !== '').join('  ')
    const inside = [
      ...(head === '' ? [] : [paragraph({ style: STYLE.comment }, run(head, this.face, { bold: true }))]),
      ...notes.flatMap(({ text }) => noteParts(text, this.face, { style: STYLE.comment, left: 0 })),
      ...links.map((words) => paragraph({ style: STYLE.comment }, run(words, this.face))),
    ]
    const author = coder.trim() || this.say('export.unknownCoder')
    // Word shows the hour that is written and takes no notice of the zone.
    const date = `${timeIn(time, this.options.timeZone)}Z`
    const made = attributes({ id, author: xmlWords(author), date, initials: xmlWords(initialsOf(author)) })
    this.all.push(`<w:comment${made}>${inside.join('')}</w:comment>`)
    return id
  }
}
