import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { Attribute, AttributeType } from '#shared/model/attribute'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { StoredField } from '../dialogs/stored-field'
import { AttributeKind, linesIn } from './attribute-kind'

export interface AttributeSettingsProps {
  readonly attribute: Attribute
  readonly onClose: () => void
}

/** What an attribute is: its name, what values it has, which may be chosen; what would be lost by a change is said first. */
export function AttributeSettings({ attribute, onClose }: AttributeSettingsProps) {
  const t = useMessages()
  const actions = useActions()
  const [type, setType] = useState<AttributeType>(attribute.type)
  const offered = (attribute.choices ?? []).join('\n')
  const [choices, setChoices] = useState(offered)
  const isRetyped = type !== attribute.type
  const isChanged = !isRetyped && type === 'choice' && linesIn(choices).join('\n') !== offered
  const unfit = isRetyped || isChanged ? actions.unfitValues(attribute, type, linesIn(choices)) : 0
  const apply = (): void => {
    onClose()
    void (isRetyped ? actions.retypeAttribute(attribute, type) : actions.changeChoices(attribute, linesIn(choices)))
  }
  return (
    <section className="attribute-settings form" aria-label={t('documents.attribute', { name: attribute.name })}>
      <StoredField value={attribute.name} store={(name) => actions.renameAttribute(attribute, name)}>
        {(field) => (
          <TextField {...field} className="field">
            <Label>{t('documents.attributeName')}</Label>
            <Input />
          </TextField>
        )}
      </StoredField>
      <AttributeKind
        type={type}
        onType={setType}
        choices={type === 'choice' && !isRetyped ? choices : null}
        onChoices={setChoices}
      />
      {unfit > 0 && (
        <p role="status" className="attribute-unfit">
          {t('documents.unfit', { count: unfit })}
        </p>
      )}
      <footer className="form-foot">
        <Button
          className="button danger"
          onPress={() => {
            onClose()
            void actions.deleteAttribute(attribute)
          }}
        >
          {t('documents.deleteAttribute')}
        </Button>
        {(isRetyped || isChanged) && (
          <Button className="button primary" onPress={apply}>
            {t('documents.apply')}
          </Button>
        )}
      </footer>
    </section>
  )
}
