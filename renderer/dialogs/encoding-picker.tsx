import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ENCODINGS } from '#shared/importers/encoding-labels'
import type { Encoding, SourceDocument } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'

const BY = {
  'byte order mark': 'encoding.byMark',
  'valid UTF-8': 'encoding.byValidity',
  declaration: 'encoding.byDeclaration',
  detection: 'encoding.byDetection',
  reader: 'encoding.byReader',
} as const

/** The encoding a file was read in, how it was found, and another to read it in. */
export function EncodingPicker({
  document,
  encoding,
}: {
  readonly document: SourceDocument
  readonly encoding: Encoding
}) {
  const t = useMessages()
  const actions = useActions()
  const [wanted, setWanted] = useState(encoding.label)
  return (
    <div className="field">
      <label>
        <span className="label">{t('encoding.label')}</span>
        <select value={wanted} onChange={(event) => setWanted(event.target.value)}>
          {[...new Set([encoding.label, ...ENCODINGS])].map((label) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {wanted === encoding.label ? (
        <span className="found-where">{t(BY[encoding.by])}</span>
      ) : (
        <Button className="button" onPress={() => void actions.readInEncoding(document.id, wanted)}>
          {t('encoding.readAgain', { label: wanted })}
        </Button>
      )}
    </div>
  )
}
