import { useRef, useState } from 'react'
import { Input, TextField } from 'react-aria-components'

export interface NameFieldProps {
  readonly label: string
  readonly name: string
  readonly placeholder?: string
  /** The new name; null when the reader gave up, or left it as it was. */
  readonly onDone: (name: string | null) => void
}

/** A name being typed in its place: Enter keeps it, Escape gives up. */
export function NameField({ label, name, placeholder, onDone }: NameFieldProps) {
  const [typed, setTyped] = useState(name)
  const ended = useRef(false)
  const end = (result: string | null): void => {
    if (ended.current) return
    ended.current = true
    onDone(result)
  }
  const done = (): void => end(typed.trim() === '' || typed === name ? null : typed)
  return (
    <TextField aria-label={label} value={typed} onChange={setTyped} autoFocus className="name-field">
      <Input
        placeholder={placeholder}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') done()
          else if (event.key === 'Escape') end(null)
        }}
      />
    </TextField>
  )
}
