import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'

/** Copies the codebook of another project into the open one. */
export function CopyThemesDialog() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const [chosen, setChosen] = useState<string | null>(null)
  const others = useLiveQuery(async () => {
    const all = (await store.read.projects()).filter(({ id }) => id !== open?.project.id)
    const counted = await Promise.all(
      all.map(async (project) => ({ ...project, count: (await store.read.themes(project.id)).length })),
    )
    return counted.filter(({ count }) => count > 0)
  }, [store, open?.project.id])
  const from = chosen ?? others?.[0]?.id ?? null
  const copy = (): void => {
    dispatch({ type: 'closeDialog' })
    if (from !== null) void actions.copyCodebook(from)
  }
  return (
    <Sheet title={t('themes.copyTitle')}>
      <div className="form">
        {others?.length === 0 && <p className="quiet">{t('themes.copyNone')}</p>}
        {others && others.length > 0 && (
          <>
            <p className="quiet">{t('themes.copyAbout')}</p>
            <RadioGroup value={from} onChange={setChosen} className="choices">
              <Label>{t('themes.copyWhich')}</Label>
              {others.map(({ id, name, count }) => (
                <Radio key={id} value={id} className="choice">
                  <span className="choice-name">{name}</span>
                  <span className="quiet">{t('codebook.themes', { count })}</span>
                </Radio>
              ))}
            </RadioGroup>
          </>
        )}
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" isDisabled={from === null} onPress={copy}>
            {t('themes.copyDo')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
