import { type ReactNode, useEffect, useRef, useState } from 'react'

interface FieldState {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur: () => void
}

export interface StoredFieldProps {
  /** What is stored now. */
  readonly value: string
  /** Stores what was typed; called when the field is left, and when it goes away. */
  readonly store: (value: string) => unknown
  readonly children: (field: FieldState) => ReactNode
}

/** A field that stores what was typed when it is left. A change from elsewhere (undo) shows at once. */
export function StoredField({ value, store, children }: StoredFieldProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const state = useRef({ typed, value, store })
  state.current = { typed, value, store }
  const keep = (): void => {
    const now = state.current
    if (now.typed === now.value) return
    now.store(now.typed)
  }
  useEffect(
    () => () => {
      if (state.current.typed !== state.current.value) state.current.store(state.current.typed)
    },
    [],
  )
  return children({ value: typed, onChange: setTyped, onBlur: keep })
}
