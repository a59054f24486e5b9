import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useSession } from '../app/session'
import type { MarkedRows } from './marked'

/** How much of a passage is said, in UTF-16 units: enough to know it by. */
const SAID = 80

/** Tells a screen reader which highlight is chosen, when one goes from one to the next: its number, themes and words. */
export function ChosenTold({ marked }: { readonly marked: MarkedRows }) {
  const t = useMessages()
  const { chosen } = useSession()
  const project = useProject()
  const at = chosen === null ? -1 : marked.rows.findIndex(({ highlight }) => highlight.id === chosen)
  const row = marked.rows[at]
  const names = row?.taggings.map(({ theme }) => project?.themesById.get(theme)?.name ?? '').join(', ')
  const { quote = '' } = row?.highlight.passage ?? {}
  const words = quote.length > SAID ? `${quote.slice(0, SAID)}…` : quote
  const themes = names || t('highlights.withoutTheme')
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="chosen-told">
      {row && t('highlights.chosen', { at: at + 1, all: marked.rows.length, themes, words })}
    </p>
  )
}
