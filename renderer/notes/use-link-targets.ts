import { useEffect, useMemo, useState } from 'react'
import type { Highlight } from '#shared/model/highlight'
import type { NoteSubject } from '#shared/model/note'
import { useActions } from '../actions/context'
import { useProject, useStore } from '../app/library'
import { usePinyin } from '../themes/use-pinyin'
import { findTargets, type LinkTarget, linkTargets } from './link-targets'
import { useListedNotes } from './use-listed-notes'

/** How many targets are offered at once; typing finds the others. */
const MOST_OFFERED = 10

/**
 * What can be linked to and answers what was `typed`, without the note about `self`. Passages are read when this part
 * of the screen appears.
 */
export function useLinkTargets(typed: string, self: NoteSubject): readonly LinkTarget[] {
  const store = useStore()
  const { report } = useActions()
  const open = useProject()
  const notes = useListedNotes()
  const [highlights, setHighlights] = useState<readonly Highlight[]>([])
  const pinyin = usePinyin()
  const project = open?.project.id
  useEffect(() => {
    let here = true
    if (project) store.read.highlightsOfProject(project).then((found) => here && setHighlights(found), report)
    return () => {
      here = false
    }
  }, [store, project, report])
  const { kind, id } = self
  const others = useMemo(
    () => (notes ?? []).filter(({ note: { about } }) => about.kind !== kind || about.id !== id),
    [notes, kind, id],
  )
  const targets = useMemo(
    () => (open ? linkTargets({ ...open, notes: others, highlights }) : []),
    [open, others, highlights],
  )
  return useMemo(() => findTargets(targets, typed, pinyin, MOST_OFFERED), [targets, typed, pinyin])
}
