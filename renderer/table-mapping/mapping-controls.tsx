import { Checkbox } from 'react-aria-components'
import { ENCODINGS } from '#shared/importers/encoding-labels'
import type { TableMapping } from '#shared/importers/importer'
import type { TablePreview } from '#shared/importers/table/preview'
import { useMessages } from '../app/language'

export interface MappingControlsProps {
  /** The file's name. */
  readonly file: string
  /** Which it is of several tables. */
  readonly place: string | null
  readonly preview: TablePreview
  readonly mapping: TableMapping
  readonly onHeader: (hasHeader: boolean) => void
  readonly onSheet: (sheet: number) => void
  readonly onEncoding: (label: string) => void
}

/** What is said of the whole table: its sheet, its encoding, whether its first row holds names. */
export function MappingControls({
  file,
  place,
  preview,
  mapping,
  onHeader,
  onSheet,
  onEncoding,
}: MappingControlsProps) {
  const t = useMessages()
  const { encoding, sheets, rowCount } = preview
  return (
    <div className="mapping-controls">
      <strong className="mapping-file">{file}</strong>
      <span className="quiet">
        {[place, t('mapping.rows', { count: rowCount })].filter((each) => each !== null).join(' · ')}
      </span>
      <Checkbox isSelected={mapping.hasHeader} onChange={onHeader} className="check-line">
        {t('mapping.header')}
      </Checkbox>
      {sheets.length > 1 && (
        <label>
          <span className="label">{t('mapping.sheet')}</span>
          <select value={mapping.sheet} onChange={(event) => onSheet(Number(event.target.value))}>
            {sheets.map((name, sheet) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its place
              <option key={sheet} value={sheet}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {encoding && (
        <label>
          <span className="label">{t('encoding.label')}</span>
          <select value={encoding.label} onChange={(event) => onEncoding(event.target.value)}>
            {[...new Set([encoding.label, ...ENCODINGS])].map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
