import { type DragEvent, useRef, useState } from 'react'
import type { ThemeId } from '#shared/model/ids'
import { type DropPlace, dropPlace, type ThemeRow } from './theme-rows'

const DRAGGED = 'application/x-pingdian-theme'

const partOf = (event: DragEvent): number => {
  const box = event.currentTarget.getBoundingClientRect()
  return (event.clientY - box.top) / box.height
}

/** Dragging rows of the tree with the pointer: the attributes a row needs for it. */
export function useThemeDragging(
  rows: readonly ThemeRow[],
  onMove: (theme: ThemeId, place: DropPlace) => void,
): (row: ThemeRow, index: number) => Record<string, unknown> {
  const [drop, setDrop] = useState<{ readonly id: ThemeId; readonly part: number } | null>(null)
  const dragged = useRef<ThemeId | null>(null)
  return ({ theme }, index) => ({
    'data-drop': drop?.id !== theme.id ? undefined : drop.part < 0.28 ? 'before' : drop.part < 0.72 ? 'on' : 'after',
    onDragStart: (event: DragEvent) => {
      dragged.current = theme.id
      event.dataTransfer.setData(DRAGGED, theme.id)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED) || dragged.current === theme.id) return
      event.preventDefault()
      setDrop({ id: theme.id, part: partOf(event) })
    },
    onDragLeave: () => setDrop(null),
    onDragEnd: () => {
      dragged.current = null
      setDrop(null)
    },
    onDrop: (event: DragEvent) => {
      const place = dropPlace(rows, index, partOf(event))
      const id = event.dataTransfer.getData(DRAGGED)
      setDrop(null)
      if (!id || !place || place.before === id) return
      event.preventDefault()
      onMove(id, place)
    },
  })
}
