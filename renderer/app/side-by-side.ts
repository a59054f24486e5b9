import type { DocumentId } from '#shared/model/ids'
import type { Session } from './session'

/** Where a page stands in the window. One that stands alone keeps the side it had. */
export type PageSide = 'left' | 'right'

/** The pages of the window. What is done, is done on the page in hand. */
export interface Pages {
  /** The document on the page in hand. */
  readonly document: DocumentId | null
  /** The document on the other page, the same one for two of its places; null while one page stands alone. */
  readonly beside: DocumentId | null
  /** Where the page in hand stands. */
  readonly side: PageSide
  /** The side panes as they were before the second page came; null while one page stands alone. */
  readonly panesAlone: Session['panes'] | null
}

export const otherSide = (side: PageSide): PageSide => (side === 'left' ? 'right' : 'left')

/** The document on a side; null where there is no page, or an empty one. */
export const documentOn = (pages: Pages, side: PageSide): DocumentId | null =>
  side === pages.side ? pages.document : pages.beside

/** The sides that have a page, from left to right. */
export const sidesOf = ({ beside, side }: Pages): readonly PageSide[] => (beside === null ? [side] : ['left', 'right'])

/** The pages that a project begins with, and the side panes that they leave room for. */
export interface Begun extends Pick<Pages, 'document' | 'beside'> {
  readonly panesBeside: Session['panes']
}

/** How the side panes stand beside two pages in a window of `width` CSS pixels: lines must not become too short. */
export const panesBesideTwo = (width: number): Session['panes'] => ({ left: width >= 1180, right: false })

/** The part of a session that these pages make; `panes` are those of a page that stands alone. */
export const begun = ({ document, beside, panesBeside }: Begun, panes: Session['panes']) =>
  beside === null
    ? ({ document, beside, side: 'left', panes, panesAlone: null } as const)
    : ({ document, beside, side: 'left', panes: panesBeside, panesAlone: panes } as const)

/** A session in which the page at hand is another one: what belongs to the place that was left is let go. */
const inHand = (session: Session, pages: Partial<Session>): Session => {
  const next = { ...session, ...pages, box: null, goal: null }
  return next.document === session.document ? next : { ...next, chosen: null, writing: null }
}

/** Opens a second page with `document`, and takes it in hand; it has the room that `panes` leave. */
export function openBeside(session: Session, document: DocumentId, panes: Session['panes']): Session {
  if (session.document === null || session.beside !== null) return session
  const { document: beside, side, panes: panesAlone } = session
  return inHand(session, { document, beside, side: otherSide(side), panes, panesAlone })
}

/** Takes the page on this side in hand, where there is one. */
export function turnTo(session: Session, side: PageSide): Session {
  if (session.beside === null || session.side === side) return session
  return inHand(session, { document: session.beside, beside: session.document, side })
}

/** Closes the page on this side; the other one is then alone, and the panes are as they were. */
export function closePage(session: Session, side: PageSide): Session {
  if (session.beside === null) return session
  const turned = turnTo(session, otherSide(side))
  const correcting = session.correcting === side ? null : session.correcting
  return { ...turned, correcting, beside: null, panes: session.panesAlone ?? session.panes, panesAlone: null }
}
