import { useEffect, useState } from 'react'
import type { Scopable } from '#shared/exporters/scope'
import type { ProjectId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import { useStore } from '../app/library'

/** The project's passages, as far as scopes go by them; null until they are read. */
export function useScopable(project: ProjectId): Scopable | null {
  const store = useStore()
  const { report } = useActions()
  const [read, setRead] = useState<Scopable | null>(null)
  useEffect(() => {
    let isWanted = true
    store.read.scopable(project).then(
      (found) => isWanted && setRead(found),
      (error: unknown) => report(error),
    )
    return () => {
      isWanted = false
    }
  }, [store, project, report])
  return read
}
