import { useEffect, useState } from 'react'
import { beginningOf } from '#shared/exporters/beginning'
import { writesTexts } from '#shared/exporters/formats'
import type { ExportPreview } from '#shared/exporters/preview'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import { useLanguage } from '../app/language'
import type { OrderProps } from './scope-count'

/** How long a reader may go on choosing before a preview is begun, in milliseconds. */
const PAUSE = 200

/** The preview that is shown, and whether it is of what is chosen now. */
export interface ShownPreview {
  readonly preview: ExportPreview | null
  readonly problem: Problem | null
  readonly isOld: boolean
}

const NOTHING: ShownPreview = { preview: null, problem: null, isOld: true }

/** How the order begins. The one before stays until it is there; a new order gives up what was being made. */
export function usePreview({ order, open, project }: OrderProps): ShownPreview {
  const { exporting } = useActions()
  const language = useLanguage()
  const [shown, setShown] = useState(NOTHING)
  useEffect(() => exporting.endPreview, [exporting])
  const key = JSON.stringify(order)
  const { documents } = open
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is a new one each time, its words are not
  useEffect(() => {
    if (!project) return
    setShown((before) => ({ ...before, isOld: true }))
    let isWanted = true
    const timer = setTimeout(async () => {
      const ids = documents.map(({ id }) => id)
      const { documents: first, isAll } = beginningOf(
        ids,
        project,
        order.scope,
        writesTexts(order.format, order.variant),
      )
      const made = await exporting.preview(order, first)
      if (!isWanted || made === null) return
      if (!made.ok) return setShown({ preview: null, problem: made.problem, isOld: false })
      const preview = { ...made.value, goesOn: made.value.goesOn || !isAll }
      setShown({ preview, problem: null, isOld: false })
    }, PAUSE)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [exporting, project, documents, key, language])
  return shown
}
