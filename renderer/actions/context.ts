import { createContext, useContext } from 'react'
import type { Actions } from './index'

export const ActionsContext = createContext<Actions | null>(null)

/** The actions; throws outside of <App>. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext)
  if (!actions) throw new Error('There are no actions: this part of the screen stands outside <App>.')
  return actions
}
