import type { ProjectSnapshot } from '../exporters/exporter'
import { type ChangeSet, RECORD_KINDS, type RecordKind, type Records, steps } from '../model/changes'
import type { DocumentContent } from '../model/document'
import type { Original } from '../model/original'
import { recordsOf } from './merging'

/** What is written in one step: a ChangeSet with the contents and the files that belong to it. */
interface Step {
  readonly changes: ChangeSet
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
}

/** The snapshot as it is after the step, for those who have no library to write to. Documents stay in their order. */
export function applied(snapshot: ProjectSnapshot, { changes, contents, originals }: Step): ProjectSnapshot {
  const before = recordsOf(snapshot)
  const after = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, listAfter(kind, before[kind], changes)]),
  ) as unknown as {
    readonly [K in RecordKind]: readonly Records[K][]
  }
  const { projects, documents, documentGroups, themeGroups, ...records } = after
  return {
    ...records,
    project: projects[0] ?? snapshot.project,
    documents: documents.toSorted((a, b) => a.order - b.order),
    documentGroups,
    groups: themeGroups,
    contents: [...snapshot.contents, ...contents],
    originals: [...(snapshot.originals ?? []), ...originals],
  }
}

function listAfter<K extends RecordKind>(kind: K, before: readonly Records[K][], changes: ChangeSet): Records[K][] {
  const all = steps(changes, kind)
  const kept = before.flatMap((record): Records[K][] => {
    const step = all.get(record.id)
    if (!step) return [record]
    return step.after ? [step.after] : []
  })
  return [...kept, ...[...all.values()].flatMap((step) => (step.after && !step.before ? [step.after] : []))]
}
