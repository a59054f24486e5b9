import { readEmphasis } from '../../exporters/refi/emphasis'
import type { Highlight, Tagging } from '../../model/highlight'
import type { Id } from '../../model/ids'
import { passageOf } from '../../model/passage'
import type { Theme } from '../../model/theme'
import { childOf, childrenOf, type XmlElement } from './element'
import { type Counting, countingsOf, type ForeignSpan, USUAL } from './foreign-text'
import { descriptionOf, type FoundSource } from './read-sources'
import type { RefiReading } from './reading'

/** What was marked in the texts. */
export interface ReadSelections {
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  /** The selections with the ids of their highlights, for the notes they refer to. */
  readonly elements: readonly { readonly id: Id; readonly element: XmlElement }[]
}

const spanOf = ({ attributes }: XmlElement): ForeignSpan => ({
  start: count(attributes.startposition),
  end: count(attributes.endposition),
  name: attributes.name ?? '',
})
const count = (written: string | undefined): number =>
  /^\s*\+?\d{1,15}(?:\.0+)?\s*$/.test(written ?? '') ? Number(written) : -1

/**
 * The selections of all sources as highlights. How the program counted is found out from the quotes; see `Counting`. A
 * selection that is nowhere in its text comes in as lost, with its name for its words.
 */
export function readSelections(
  sources: readonly (FoundSource & { readonly id: Id })[],
  themes: readonly Theme[],
  reading: RefiReading,
): ReadSelections {
  const { told, project, options } = reading
  const spans = sources.map(({ selections }) => selections.map(spanOf))
  const countings = countingsOf(sources.map(({ text }, at) => text.evidence(spans[at] as ForeignSpan[])))
  const known = new Set(themes.map(({ id }) => id))
  const highlights: Highlight[] = []
  const taggings: Tagging[] = []
  const elements: { id: Id; element: XmlElement }[] = []
  for (const [at, source] of sources.entries()) {
    const counting = countings[at] ?? USUAL
    const onPage = new Map(source.onPage?.map((each) => [each.element, each]))
    if (source.selections.length > 0) tellCounting(counting, source.title, reading)
    for (const [number, element] of source.selections.entries()) {
      const id = reading.ownId(element, `selection ${source.id} ${number}`)
      const span = (spans[at] as ForeignSpan[])[number] as ForeignSpan
      const page = onPage.get(element)
      const { passage, isLost } = placed(
        page ? { start: page.place?.start ?? -1, end: page.place?.end ?? -1, name: page.words } : span,
        page ? null : counting,
        source,
        reading,
      )
      highlights.push({
        ...{ id, project, document: source.id, passage },
        ...readEmphasis(descriptionOf(element)),
        ...(isLost && { lost: options.now }),
        coder: reading.coderOf(element.attributes.creatinguser),
        created: reading.timeOf(element.attributes.creationdatetime),
      })
      elements.push({ id, element })
      for (const [place, coding] of childrenOf(element, 'coding').entries()) {
        const theme = reading.idOf(childOf(coding, 'coderef')?.attributes.targetguid ?? '')
        if (!known.has(theme)) {
          told.unrepresented.add('exchange.unknownCode', { name: source.title })
          continue
        }
        taggings.push({
          ...{ id: reading.ownId(coding, `coding ${id} ${place}`), project, highlight: id, document: source.id, theme },
          coder: reading.coderOf(coding.attributes.creatinguser ?? element.attributes.creatinguser),
          created: reading.timeOf(coding.attributes.creationdatetime ?? element.attributes.creationdatetime),
        })
      }
    }
  }
  return { highlights, taggings, elements }
}

/** The passage of a stretch; without a counting its positions are those of the text. */
function placed(span: ForeignSpan, counting: Counting | null, { text, title }: FoundSource, { told }: RefiReading) {
  const { start, end } = counting ? text.place(span, counting) : span
  const { length } = text.text
  if (start >= 0 && start < length && end > start) {
    if (end > length) told.repaired.add('exchange.pastEnd', { name: title })
    return { passage: passageOf(text.text, start, Math.min(end, length)), isLost: false }
  }
  if (length > 0) told.repaired.add('exchange.notInText', { name: title })
  const from = Math.max(0, span.start)
  const passage = { start: from, end: Math.max(from + 1, span.end), quote: span.name || '…', prefix: '', suffix: '' }
  return { passage, isLost: true }
}

/** Tells of a program that counted otherwise than the standard in the text of this name. */
export function tellCounting(
  { unit, lineEnd, end }: Counting,
  name: string,
  { told }: Pick<RefiReading, 'told'>,
): void {
  if (unit === 'UTF-16') told.repaired.add('exchange.countsUtf16', { name })
  if (lineEnd === 'one') told.repaired.add('exchange.countsLineEndsOne', { name })
  if (lineEnd === 'two') told.repaired.add('exchange.countsLineEndsTwo', { name })
  if (end === 'inclusive') told.repaired.add('exchange.countsInclusive', { name })
}
