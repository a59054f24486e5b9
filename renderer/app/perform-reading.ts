import type { CommandId } from '#shared/commands'
import { nextOf, resized, zoomed } from './appearance'
import type { Performing } from './perform'
import { otherSide, panesBesideTwo } from './side-by-side'

/** Carries out a command about how the text is shown; says whether it was one. */
export function performReading(command: CommandId, { desk, actions, appearance, setAppearance }: Performing): boolean {
  const { dispatch } = desk
  const now = appearance()
  switch (command) {
    case 'view.light':
    case 'view.dark':
    case 'view.sepia':
    case 'view.system':
      setAppearance({ scheme: command.slice('view.'.length) as typeof now.scheme })
      return true
    case 'view.larger':
    case 'view.smaller':
      setAppearance({ textSize: resized(now.textSize, command === 'view.larger' ? 1 : -1) })
      return true
    case 'view.usualSize':
      setAppearance({ textSize: 1 })
      return true
    case 'view.zoomIn':
    case 'view.zoomOut':
      setAppearance({ zoom: zoomed(now.zoom, command === 'view.zoomIn' ? 1 : -1) })
      return true
    case 'view.zoomUsual':
      setAppearance({ zoom: 1 })
      return true
    case 'view.font':
    case 'view.measure':
    case 'view.spacing':
    case 'view.alignment':
    case 'view.stripes':
    case 'view.snap':
    case 'view.citation':
      setAppearance(nextOf(command.slice('view.'.length) as 'font', now))
      return true
    case 'view.numbers':
      setAppearance({ numbers: !now.numbers })
      return true
    case 'view.outline':
      setAppearance({ outline: !now.outline })
      return true
    case 'view.beside': {
      const { project, document, beside, side } = desk.session()
      const reader = desk.reader()
      if (beside !== null) dispatch({ type: 'closePage', side: otherSide(side) })
      else if (project !== null && document !== null && reader) {
        const panes = panesBesideTwo(window.innerWidth)
        void desk.store.places
          .setSecondPage(project, { document, offset: reader.top() })
          .then(() => dispatch({ type: 'openBeside', document, panes }))
          .catch(actions.report)
      }
      return true
    }
    case 'view.otherPage':
      dispatch({ type: 'turnTo', side: otherSide(desk.session().side) })
      return true
    case 'view.reading':
      dispatch({ type: 'showReading', open: true })
      return true
    case 'view.parallels':
      dispatch({ type: 'markParallels', on: !desk.session().parallels })
      return true
    case 'view.focus':
      dispatch({ type: 'focusOnText', on: !desk.session().focus })
      return true
    default:
      return false
  }
}
