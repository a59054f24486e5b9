import { Button, Input, Label, Radio, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import type { Theme, ThemeColour } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch } from '../app/session'
import { NoteEditor } from '../notes/note-editor'
import { cssColour, PALETTE } from '../themes/colours'
import { ParentPicker } from '../themes/parent-picker'
import { ThemeExample } from '../themes/theme-example'
import { Sheet } from './sheet'
import { StoredField } from './stored-field'

/** A theme's name, colour, place in the tree, meaning and note. What is changed is stored at once. */
export function ThemeDialog({ theme }: { readonly theme: Theme }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const language = useLanguage()
  const coder = open?.coders.find(({ id }) => id === theme.coder)
  const when = new Date(theme.created).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Sheet title={t('themes.theme')}>
      <div className="form">
        <StoredField value={theme.name} store={(name) => actions.renameTheme(theme.id, name)}>
          {(field) => (
            <TextField {...field} className="field">
              <Label>{t('themes.name')}</Label>
              <Input />
            </TextField>
          )}
        </StoredField>
        <RadioGroup
          value={theme.colour}
          onChange={(colour) => void actions.recolourTheme(theme.id, colour as ThemeColour)}
          className="field"
          orientation="horizontal"
        >
          <Label>{t('themes.colour')}</Label>
          <div className="palette">
            {PALETTE.map((colour) => (
              <Radio key={colour} value={colour} aria-label={t(`pigments.${colour as 'azurite'}`)} className="pigment">
                <span style={{ background: cssColour(colour) }} />
              </Radio>
            ))}
            <label className="own-colour">
              <span>{t('themes.ownColour')}</span>
              <input
                type="color"
                value={theme.colour.startsWith('#') ? theme.colour : '#808080'}
                onChange={(event) => void actions.recolourTheme(theme.id, event.target.value as ThemeColour)}
              />
            </label>
          </div>
        </RadioGroup>
        <div className="field">
          <ParentPicker theme={theme} themes={open?.themes ?? []} />
        </div>
        <StoredField value={theme.description} store={(words) => actions.describeTheme(theme.id, words)}>
          {(field) => (
            <TextField {...field} className="field">
              <Label>{t('themes.description')}</Label>
              <TextArea placeholder={t('themes.aboutDescription')} />
            </TextField>
          )}
        </StoredField>
        <div className="field-pair">
          <StoredField
            value={theme.inclusion ?? ''}
            store={(inclusion) => actions.setCriteria(theme.id, { inclusion })}
          >
            {(field) => (
              <TextField {...field} className="field">
                <Label>{t('themes.inclusion')}</Label>
                <TextArea />
              </TextField>
            )}
          </StoredField>
          <StoredField
            value={theme.exclusion ?? ''}
            store={(exclusion) => actions.setCriteria(theme.id, { exclusion })}
          >
            {(field) => (
              <TextField {...field} className="field">
                <Label>{t('themes.exclusion')}</Label>
                <TextArea />
              </TextField>
            )}
          </StoredField>
        </div>
        <ThemeExample theme={theme} />
        <StoredField value={theme.shortcut ?? ''} store={(key) => actions.setShortcut(theme.id, key)}>
          {(field) => (
            <TextField {...field} className="field short">
              <Label>{t('themes.shortcut')}</Label>
              <Input maxLength={1} />
              <Text slot="description" className="quiet">
                {t('themes.aboutShortcut')}
              </Text>
            </TextField>
          )}
        </StoredField>
        <div className="field">
          <span className="label">{t('notes.onTheme')}</span>
          <NoteEditor about={{ kind: 'theme', id: theme.id }} label={t('notes.onTheme')} />
        </div>
        <p className="quiet">{t('themes.madeBy', { coder: coder?.name ?? '', when })}</p>
        <footer className="form-foot">
          <Button
            className="button danger"
            onPress={() => {
              dispatch({ type: 'closeDialog' })
              void actions.deleteTheme(theme.id)
            }}
          >
            {t('themes.deleteThis')}
          </Button>
          <Button className="button primary" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.done')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
