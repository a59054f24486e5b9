import { useCallback } from 'react'
import { useMessages } from '../app/language'
import { useAnnotations } from './annotations'
import type { AXES, AxisName } from './axes'

/** What an axis is called: an attribute by its own name. */
export function useAxisName(): (axis: AxisName) => string {
  const t = useMessages()
  const { annotations } = useAnnotations()
  const attributes = annotations?.records.attributes
  return useCallback(
    (axis) => {
      if (!axis.startsWith('attribute:')) return t(`analysis.axes.${axis as (typeof AXES)[number]}`)
      const id = axis.slice('attribute:'.length)
      return attributes?.find((each) => each.id === id)?.name ?? ''
    },
    [t, attributes],
  )
}
