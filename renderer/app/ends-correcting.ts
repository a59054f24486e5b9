import { reduceSession, type Session, type SessionAct } from './session'

/** Whether an act would end the correcting of a text without anybody having said that it is saved or not wanted. */
export const endsCorrecting = (session: Session, act: SessionAct): boolean =>
  session.correcting !== null && act.type !== 'endCorrecting' && reduceSession(session, act).correcting === null
