import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'

export interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly name: string
  readonly onDone: (name: string) => void
}

/** Asks for one name. */
export function NameDialog({ title, label, name, onDone }: NameDialogProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const [typed, setTyped] = useState(name)
  return (
    <Sheet title={title}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') return
          dispatch({ type: 'closeDialog' })
          onDone(typed)
        }}
      >
        <TextField value={typed} onChange={setTyped} autoFocus className="field">
          <Label>{label}</Label>
          <Input />
        </TextField>
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={typed.trim() === ''}>
            {t('dialogs.keep')}
          </Button>
        </footer>
      </Form>
    </Sheet>
  )
}
