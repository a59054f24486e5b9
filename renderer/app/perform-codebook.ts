import type { CommandId } from '#shared/commands'
import type { Performing } from './perform'

/** Carries out a command about the whole codebook; says whether it was one. */
export function performCodebook(command: CommandId, { desk, actions }: Performing): boolean {
  switch (command) {
    case 'codebook.print':
      void actions.printCodebook('printer')
      return true
    case 'codebook.pdf':
      void actions.printCodebook('pdf')
      return true
    case 'codebook.csv':
      void actions.exportCodebook('csv')
      return true
    case 'codebook.markdown':
      void actions.exportCodebook('markdown')
      return true
    case 'codebook.import':
      void actions.importCodebook()
      return true
    case 'codebook.copy':
      desk.dispatch({ type: 'openDialog', dialog: { kind: 'copyThemes' } })
      return true
    default:
      return false
  }
}
