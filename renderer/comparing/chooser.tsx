export interface ChooserProps {
  readonly label: string
  readonly value: number
  readonly among: readonly number[]
  /** How a number is called; as itself without it. */
  readonly name?: (value: number) => string
  readonly onChange: (value: number) => void
}

/** A number that is chosen among few. */
export function Chooser({ label, value, among, name, onChange }: ChooserProps) {
  return (
    <label className="comparing-choice">
      <span className="quiet">{label}</span>
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {among.map((each) => (
          <option key={each} value={each}>
            {name?.(each) ?? each}
          </option>
        ))}
      </select>
    </label>
  )
}
