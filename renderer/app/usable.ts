import { COMMANDS, type CommandId } from '#shared/commands'
import type { Summary } from '#shared/model/changes'
import type { Session } from './session'

export interface Usability {
  readonly session: Session
  readonly hasText: boolean
  /** What undo and redo would do; null where there is nothing. */
  readonly steps: { readonly undo: Summary | null; readonly redo: Summary | null }
}

/** The commands that can do something now; the menu greys the others. */
export function usable({ session, hasText, steps }: Usability): CommandId[] {
  const needsChosen: readonly CommandId[] = [
    'passage.remove',
    'passage.resize',
    'passage.star',
    'passage.split',
    'passage.join',
    'passage.link',
  ]
  return COMMANDS.map(({ id }) => id).filter((id) => {
    if (id === 'document.correct') return hasText
    if (id === 'file.report') return session.lastReport !== null
    if (session.correcting !== null && /^(?:passage|find|outline)\.|^go\.paragraph$/.test(id)) return false
    if (id === 'edit.undo') return steps.undo !== null || session.correcting !== null
    if (id === 'edit.redo') return steps.redo !== null || session.correcting !== null
    if (needsChosen.includes(id)) return session.chosen !== null
    if (id === 'view.beside') return hasText
    if (id === 'view.otherPage') return session.beside !== null
    if (id === 'go.back') return session.visited.behind.length > 0
    if (id === 'go.forward') return session.visited.ahead.length > 0
    return !/^(?:passage|find|go|outline)\./.test(id) || hasText
  })
}
