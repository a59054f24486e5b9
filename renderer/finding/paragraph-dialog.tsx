import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'

/** Asks for the number of a paragraph and goes there. */
export function ParagraphDialog() {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const [typed, setTyped] = useState('')
  const all = actions.paragraphs()
  const wanted = Number.parseInt(typed.normalize('NFKC'), 10)
  const known = wanted >= 1 && wanted <= all
  return (
    <Sheet title={t('goTo.title')}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!known) return
          dispatch({ type: 'closeDialog' })
          actions.goToParagraph(wanted)
          requestAnimationFrame(actions.focusReader)
        }}
      >
        <TextField
          value={typed}
          onChange={setTyped}
          autoFocus
          isInvalid={typed.trim() !== '' && !known}
          className="field"
          inputMode="numeric"
        >
          <Label>{t('goTo.field', { all })}</Label>
          <Input />
        </TextField>
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={!known}>
            {t('goTo.go')}
          </Button>
        </footer>
      </Form>
    </Sheet>
  )
}
