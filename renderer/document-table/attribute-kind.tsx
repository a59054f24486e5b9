import { Label, TextArea, TextField } from 'react-aria-components'
import { ATTRIBUTE_TYPES, type AttributeType } from '#shared/model/attribute'
import { useMessages } from '../app/language'

/** The names in a field that has one on each line. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export interface AttributeKindProps {
  readonly type: AttributeType
  readonly onType: (type: AttributeType) => void
  /** The values to choose from, one on each line; null where they are not asked for. */
  readonly choices: string | null
  readonly onChoices: (choices: string) => void
}

/** What values an attribute has, and for a choice which. */
export function AttributeKind({ type, onType, choices, onChoices }: AttributeKindProps) {
  const t = useMessages()
  return (
    <>
      <label className="field">
        <span className="label">{t('documents.kind')}</span>
        <select value={type} onChange={(event) => onType(event.target.value as AttributeType)}>
          {ATTRIBUTE_TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`documents.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {choices !== null && (
        <TextField value={choices} onChange={onChoices} className="field">
          <Label>{t('documents.choices')}</Label>
          <TextArea />
        </TextField>
      )}
    </>
  )
}
