import type { CommandId } from '#shared/commands'
import { spotOf } from './leaving'
import type { Performing } from './perform'

const ASKS = { open: 'open', next: 'next', previous: 'previous', tagHits: 'tag' } as const

/** Carries out a command that finds or goes to a place; says whether it was one. */
export function performFinding(command: CommandId, { desk }: Performing): boolean {
  const { dispatch } = desk
  const session = desk.session()
  switch (command) {
    case 'find.open':
    case 'find.next':
    case 'find.previous':
    case 'find.tagHits': {
      const what = ASKS[command.slice('find.'.length) as keyof typeof ASKS]
      if (desk.text()) dispatch({ type: 'find', change: { open: true, ask: { what } } })
      return true
    }
    case 'go.back':
    case 'go.forward': {
      const there = new Set(desk.open()?.documents.map(({ id }) => id))
      const way = command === 'go.back' ? 'back' : 'forward'
      const isThere = (id: string): boolean => there.has(id)
      dispatch({ type: 'goVisited', way, here: spotOf(session, desk.reader()), isThere })
      return true
    }
    case 'go.paragraph':
      if (desk.text()) dispatch({ type: 'openDialog', dialog: { kind: 'goToParagraph' } })
      return true
    default:
      return false
  }
}
