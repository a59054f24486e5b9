export interface FindFieldProps {
  readonly label: string
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** The field that narrows a list to what has some words in it. */
export function FindField({ label, typed, onType }: FindFieldProps) {
  return (
    <input
      type="search"
      className="comparing-field"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
