import type { Id } from '../../model/ids'
import type { MarkedPassage, MarkedProject } from '../marked-documents'
import type { ReportSection } from '../report'
import { attributes, type WordXml } from './wordml'

/** The places of passages in one volume, to which links in it lead. */
export class Anchors {
  private readonly names = new Map<Id, string>()
  private readonly unset = new Map<string, number>()

  /** `from`: the first number that no bookmark of the volume has. */
  constructor(project: MarkedProject, sections: readonly ReportSection[], from: number) {
    let next = from
    for (const { passages } of sections) {
      for (const { merged } of passages) {
        const ends = merged.marked.filter(({ highlight }) => project.linksOf(highlight.id).length > 0)
        const [first] = ends
        if (!first || this.names.has(first.highlight.id)) continue
        const name = `_Passage${next}`
        for (const { highlight } of ends) this.names.set(highlight.id, name)
        this.unset.set(name, next)
        next += 1
      }
    }
  }

  /** What is said of a passage, where the words of a link lead there. */
  leadingTo(highlight: Id, words: WordXml): WordXml {
    const name = this.names.get(highlight)
    return name === undefined ? words : `<w:hyperlink${attributes({ anchor: name, history: 1 })}>${words}</w:hyperlink>`
  }

  /** The words of a passage as the place to which links lead, where it is set for the first time. */
  placed(marked: readonly MarkedPassage[], words: WordXml): WordXml {
    const name = marked.map(({ highlight }) => this.names.get(highlight.id)).find((each) => each !== undefined)
    const id = name === undefined ? undefined : this.unset.get(name)
    if (name === undefined || id === undefined) return words
    this.unset.delete(name)
    return `<w:bookmarkStart${attributes({ id, name })}/>${words}<w:bookmarkEnd w:id="${id}"/>`
  }
}
