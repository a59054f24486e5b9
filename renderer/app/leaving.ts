import type { Spot } from '../finding/visited'
import type { Reader } from '../reader/reader'
import type { Session, SessionAct } from './session'

/** Where the reader is now; null when no document is open. */
export const spotOf = (session: Session, reader: Pick<Reader, 'top'> | null): Spot | null =>
  session.document !== null && reader ? { document: session.document, offset: reader.top() } : null

/** The place that an act leaves by a jump; null when it leads nowhere else, or to what is in view. */
export function spotLeft(
  act: SessionAct,
  session: Session,
  reader: Pick<Reader, 'top' | 'inView'> | null,
): Spot | null {
  if (act.type !== 'goTo' && act.type !== 'openDocument') return null
  const here = spotOf(session, reader)
  if (!here || !reader) return null
  if (act.type === 'openDocument' && act.document !== here.document) return act.document === null ? null : here
  const view = reader.inView()
  const { goal } = act
  return goal && (goal.offset < view.start || goal.offset > view.end) ? here : null
}
