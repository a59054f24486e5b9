import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Dialog, DialogTrigger, Input, Label, TextField } from 'react-aria-components'
import type { AttributeType } from '#shared/model/attribute'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { DialogPopover } from '../dialogs/dialog-popover'
import { AttributeKind, linesIn } from './attribute-kind'

/** Makes an attribute: its name, what values it has, and for a choice which. */
export function NewAttribute() {
  const t = useMessages()
  return (
    <DialogTrigger>
      <Button className="button quiet-button">
        <Plus size={14} aria-hidden="true" />
        {t('documents.newAttribute')}
      </Button>
      <DialogPopover placement="bottom end" className="menu-popover">
        <Dialog className="attribute-form" aria-label={t('documents.newAttribute')}>
          {({ close }) => <Form onDone={close} />}
        </Dialog>
      </DialogPopover>
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
      <AttributeKind type={type} onType={setType} choices={type === 'choice' ? choices : null} onChoices={setChoices} />
      <footer className="form-foot">
        <Button type="submit" className="button primary" isDisabled={name.trim() === ''}>
          {t('documents.make')}
        </Button>
      </footer>
    </form>
  )
}
