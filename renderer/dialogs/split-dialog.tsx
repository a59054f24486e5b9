import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Button, Checkbox, CheckboxGroup, Input, Label, TextField } from 'react-aria-components'
import type { Theme } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'

/** Chooses which passages of a theme go to a new theme beside it. */
export function SplitDialog({ theme }: { readonly theme: Theme }) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const placed = useLiveQuery(() => store.read.highlightsOfTheme(theme.project, theme.id), [store, theme]) ?? []
  const close = (): void => dispatch({ type: 'closeDialog' })
  return (
    <Sheet title={t('themes.splitTitle', { theme: theme.name })}>
      <div className="form">
        <TextField value={name} onChange={setName} autoFocus className="field">
          <Label>{t('themes.splitName')}</Label>
          <Input />
        </TextField>
        <CheckboxGroup value={chosen} onChange={setChosen} className="choices">
          <Label>{t('themes.splitWhich', { count: chosen.length, all: placed.length })}</Label>
          <div className="split-list">
            {placed.map(({ highlight, document }) => (
              <Checkbox key={highlight.id} value={highlight.id} className="choice check">
                <span className="split-quote" lang={document.language}>
                  {highlight.passage.quote}
                </span>
                <span className="quiet">{document.title}</span>
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
        <footer className="form-foot">
          <Button className="button" onPress={close}>
            {t('dialogs.cancel')}
          </Button>
          <Button
            className="button primary"
            isDisabled={name.trim() === '' || chosen.length === 0}
            onPress={() => {
              close()
              void actions.splitTheme(theme.id, name, chosen)
            }}
          >
            {t('themes.splitDo')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
