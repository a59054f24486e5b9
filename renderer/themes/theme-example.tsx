import { useLiveQuery } from 'dexie-react-hooks'
import { Button } from 'react-aria-components'
import type { Theme } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'

/** The passage that shows what a theme means, where one was chosen and is still there. */
export function ThemeExample({ theme }: { readonly theme: Theme }) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const { example } = theme
  const highlight = useLiveQuery(() => (example ? store.read.highlight(example) : undefined), [store, example])
  return (
    <div className="field">
      <span className="label">{t('themes.example')}</span>
      {highlight && highlight.lost === undefined ? (
        <blockquote className="theme-example">
          {highlight.passage.quote}
          <Button className="link-button" onPress={() => void actions.setExample(theme.id, null)}>
            {t('themes.noExample')}
          </Button>
        </blockquote>
      ) : (
        <p className="quiet">{t('themes.aboutExample')}</p>
      )}
    </div>
  )
}
