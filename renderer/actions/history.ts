import type { Step } from '../store'
import { type Desk, openProject } from './desk'

/** Goes back or forward through the project's history to a step, and says how far it was. */
export async function goToStep(desk: Desk, step: Step): Promise<void> {
  const { project } = openProject(desk)
  const went = await desk.store.goTo(project.id, step.seq, ({ done, all }) => {
    if (done === all) return
    const said = { key: 'history.going', params: { done, all } } as const
    desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
  })
  if (went === 0) return
  const what = desk.translate()(step.summary.key, step.summary.params)
  const key = went < 0 ? 'history.wentBack' : 'history.wentForward'
  const said = { key, params: { count: Math.abs(went), what } } as const
  desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
}
