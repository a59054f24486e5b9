import { type RefObject, useEffect, useMemo } from 'react'
import type { Travelling } from '#shared/corpus/comparing/jobs'
import type { DocumentId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import type { OpenText } from '../actions/desk'
import { useLanguage, useMessages } from '../app/language'
import type { OpenProject } from '../app/library'
import { useSession } from '../app/session'
import { useCorpus } from '../corpus/use-corpus'
import type { Reader } from '../reader/reader'
import { useAsked } from './use-asked'
import { Working } from './working'

export interface MarkedParallelsProps {
  readonly open: OpenProject
  readonly text: OpenText
  readonly reader: RefObject<Reader | null>
}

/** A stretch of a document and the other documents in which it stands. */
interface Shared {
  readonly start: number
  readonly end: number
  readonly documents: ReadonlySet<DocumentId>
}

/** The stretches of a document that stand elsewhere, in text order, those that overlap as one. */
export function sharedStretches(parallels: readonly Travelling[], document: DocumentId): Shared[] {
  const ends = parallels.flatMap(({ kind, places: [one, other] }) => {
    if (kind !== 'borrowing') return []
    const [here, there] = one.document === document ? [one, other] : [other, one]
    return here.document === document ? [{ start: here.start, end: here.end, there: there.document }] : []
  })
  const all: { start: number; end: number; documents: Set<DocumentId> }[] = []
  for (const { start, end, there } of ends.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.documents.add(there)
    } else all.push({ start, end, documents: new Set([there]) })
  }
  return all
}

/** So many parallels of one document are asked for, the longest. */
const LIMIT = 5000

/** Marks in the margin of the open text where passages of it stand in other documents; and says how far the looking is. */
export function MarkedParallels({ open, text, reader }: MarkedParallelsProps) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const { report } = useActions()
  const { dialog } = useSession()
  const { feed, progress } = useCorpus(open.project.id, report)
  const { id } = text.document
  const isThere = progress.project === open.project.id && progress.done >= progress.all
  // The window that compares asks the same worker, and what it asks takes the place of this.
  const isFree = dialog?.kind !== 'comparing'
  const key = isThere && isFree ? `${progress.revision} ${id} ${text.content}` : null
  const asked = useAsked(key, (told) => feed.jobs.comparing.parallels({ limit: LIMIT, of: { document: id } }, told))
  const shared = useMemo(() => sharedStretches(asked.answer?.parallels ?? [], id), [asked.answer, id])
  const { blocks } = text
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text on the page is another reader
  useEffect(() => {
    const here = reader.current
    here?.showParallels(
      shared.map(({ start, end, documents }) => ({
        start,
        end,
        documents: documents.size,
        label: t('reader.parallelMark', { count: documents.size, characters: number.format(end - start) }),
      })),
    )
    return () => reader.current?.showParallels([])
  }, [shared, blocks, reader, t])
  return (
    <div className="parallels-told" role="status">
      {asked.done === null && asked.answer && (
        <span className="quiet">
          {shared.length === 0 ? t('reader.noParallelMarks') : t('reader.parallelMarks', { count: shared.length })}
        </span>
      )}
      <Working asked={asked} onGiveUp={() => void feed.jobs.comparing.giveUp()} />
    </div>
  )
}
