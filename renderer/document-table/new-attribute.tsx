import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextArea, TextField } from 'react-aria-components'
import { ATTRIBUTE_TYPES, type AttributeType } from '#shared/model/attribute'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'

/** The names in a field that has one on each line. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Makes an attribute: its name, what values it has, and for a choice which. */
export function NewAttribute() {
  const t = useMessages()
  return (
    <DialogTrigger>
      <Button className="button quiet-button">
        <Plus size={14} aria-hidden="true" />
        {t('documents.newAttribute')}
      </Button>
      <Popover placement="bottom end" className="menu-popover">
        <Dialog className="attribute-form" aria-label={t('documents.newAttribute')}>
          {({ close }) => <Form onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const t = useMessages()
  const actions = useActions()
  const [name, setName] = useState('')
  const [type, setType] = useState<AttributeType>('text')
  const [choices, setChoices] = useState('')
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = await actions.makeAttribute(name, type, linesIn(choices))
    if (made) onDone()
  }
  return (
    <form className="form" onSubmit={(event) => void make(event)}>
      <TextField value={name} onChange={setName} autoFocus className="field">
        <Label>{t('documents.attributeName')}</Label>
        <Input />
      </TextField>
      <label className="field">
        <span className="label">{t('documents.kind')}</span>
        <select value={type} onChange={(event) => setType(event.target.value as AttributeType)}>
          {ATTRIBUTE_TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`documents.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {type === 'choice' && (
        <TextField value={choices} onChange={setChoices} className="field">
          <Label>{t('documents.choices')}</Label>
          <TextArea />
        </TextField>
      )}
      <footer className="form-foot">
        <Button type="submit" className="button primary" isDisabled={name.trim() === ''}>
          {t('documents.make')}
        </Button>
      </footer>
    </form>
  )
}
