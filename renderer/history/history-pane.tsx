import { useLiveQuery } from 'dexie-react-hooks'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import type { Step } from '../store'
import { StepRow } from './step-row'
import './history.css'

/** How many more steps are read each time the end of the list comes into view. */
const PAGE = 200

/** The steps of the project, the latest first; choosing one goes back or forward to it. */
export function HistoryPane() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const project = open?.project.id
  const [wanted, setWanted] = useState(PAGE)
  const read = useLiveQuery(() => (project ? store.steps(project, wanted) : undefined), [store, project, wanted])
  const steps = read?.steps ?? []
  const present = read?.present ?? null
  const [working, setWorking] = useState(false)

  const close = (): void => {
    dispatch({ type: 'toggleHistory' })
    actions.focusReader()
  }
  const goTo = async (step: Step): Promise<void> => {
    if (working || step.seq === present) return
    setWorking(true)
    await actions.goToStep(step)
    setWorking(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    close()
  }
  return (
    <section
      className="pane history-pane"
      data-pane="history"
      aria-label={t('history.title')}
      aria-busy={working}
      onKeyDown={onKeyDown}
    >
      <header className="pane-head">
        <h2>{t('history.title')}</h2>
        <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
          <X size={15} aria-hidden="true" />
        </Button>
      </header>
      <p className="history-about">{t('history.about')}</p>
      <VirtualRows
        items={steps}
        keyOf={({ seq }) => String(seq)}
        label={t('history.list')}
        current={present === null ? null : String(present)}
        estimate={56}
        takesFocus
        onOpen={(step) => void goTo(step)}
      >
        {(step, isPresent) => (
          <StepRow
            step={step}
            present={isPresent}
            coder={open?.coders.find(({ id }) => id === step.coder)?.name ?? null}
            onShown={read?.more && step === steps.at(-1) ? () => setWanted(wanted + PAGE) : null}
          />
        )}
      </VirtualRows>
    </section>
  )
}
