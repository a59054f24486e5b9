import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Hit } from '#shared/queries/find'
import { useActions } from '../actions/context'
import type { ThemeWanted } from '../actions/tag-hits'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { Sheet } from '../dialogs/sheet'
import { inContext } from './hits'
import { ThemeField } from './theme-field'
import './tag-hits.css'

export interface TagHitsProps {
  readonly words: string
  /** The text in which the hits stand. */
  readonly text: string
  readonly hits: readonly Hit[]
}

/** Shows every hit before all that stay ticked are tagged in one step. */
export function TagHits({ words, text, hits }: TagHitsProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const [left, setLeft] = useState<ReadonlySet<Hit>>(new Set())
  const [theme, setTheme] = useState<ThemeWanted | null>(null)
  const rows = useMemo(() => hits.map((hit) => ({ hit, key: String(hit.start) })), [hits])
  const chosen = hits.length - left.size
  const toggle = (hit: Hit): void => {
    const next = new Set(left)
    if (!next.delete(hit)) next.add(hit)
    setLeft(next)
  }
  const close = (): void => dispatch({ type: 'closeDialog' })
  const tag = (wanted: ThemeWanted | null): void => {
    if (!wanted || chosen === 0) return
    close()
    void actions.tagHits(
      hits.filter((hit) => !left.has(hit)),
      wanted,
    )
  }
  return (
    <Sheet title={t('tagHits.title')}>
      <div className="form tag-hits">
        <p className="quiet">{t('tagHits.said', { count: hits.length, wanted: words })}</p>
        <ThemeField label={t('tagHits.theme')} onChange={setTheme} onEnter={tag} />
        <div className="tag-hits-head">
          <span role="status">{t('tagHits.chosen', { chosen, all: hits.length })}</span>
          <Button className="link-button" onPress={() => setLeft(new Set())}>
            {t('tagHits.all')}
          </Button>
          <Button className="link-button" onPress={() => setLeft(new Set(hits))}>
            {t('tagHits.none')}
          </Button>
        </div>
        <VirtualRows
          items={rows}
          keyOf={({ key }) => key}
          label={t('tagHits.list')}
          current={null}
          estimate={30}
          onOpen={({ hit }) => toggle(hit)}
        >
          {({ hit }) => {
            const line = inContext(text, hit)
            return (
              <label className="tag-hit" data-left={left.has(hit) || undefined}>
                <input type="checkbox" tabIndex={-1} checked={!left.has(hit)} onChange={() => toggle(hit)} />
                <span>
                  {line.before}
                  <mark>{line.words}</mark>
                  {line.after}
                </span>
              </label>
            )
          }}
        </VirtualRows>
        <footer className="form-foot">
          <Button className="button" onPress={close}>
            {t('tagHits.cancel')}
          </Button>
          <Button className="button primary" isDisabled={!theme || chosen === 0} onPress={() => tag(theme)}>
            {t('tagHits.tag', { count: chosen })}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
