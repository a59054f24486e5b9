import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { TextChange } from '#shared/anchoring/text-changes'
import { type Block, plainText, type SourceDocument } from '#shared/model/document'
import type { RevisionId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'
import { DiffView } from './diff-view'
import { useWhen } from './use-when'

type Layout = 'sideBySide' | 'inline'

interface Compared {
  readonly before: readonly Block[]
  readonly after: readonly Block[]
  readonly changes: readonly TextChange[]
}

/** Two states of a document's text beside each other; the one that is asked for, and at first the present one. */
export function CompareDialog({
  document,
  revision,
}: {
  readonly document: SourceDocument
  readonly revision: RevisionId
}) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const when = useWhen()
  const revisions = useLiveQuery(() => store.read.revisions(document.id), [store, document.id])
  const present = revisions?.findLast(({ content }) => content === document.content)?.id
  const [from, setFrom] = useState(revision)
  const [chosen, setTo] = useState<RevisionId | null>(null)
  const to = chosen ?? present
  const [layout, setLayout] = useState<Layout>('sideBySide')
  const [compared, setCompared] = useState<Compared | null>(null)
  const contentOf = (id: RevisionId | undefined): string | undefined =>
    revisions?.find((each) => each.id === id)?.content
  const [old, now] = [contentOf(from), contentOf(to)]
  useEffect(() => {
    if (old === undefined || now === undefined) return
    let here = true
    setCompared(null)
    const compare = async (): Promise<void> => {
      const [before, after] = await Promise.all([store.read.content(old), store.read.content(now)])
      if (!before || !after) return
      const changes = await actions.compareTexts(plainText(before.blocks), plainText(after.blocks))
      if (here && changes) setCompared({ before: before.blocks, after: after.blocks, changes })
    }
    compare().catch(actions.report)
    return () => {
      here = false
    }
  }, [store, actions, old, now])
  const choices = revisions?.toReversed().map(({ id, kind, created }) => (
    <option key={id} value={id}>
      {`${t(`revisions.kinds.${kind}`)} · ${when(created)}`}
    </option>
  ))
  return (
    <Sheet title={t('revisions.compareTitle')} size="wide">
      <div className="form">
        <div className="compare-head">
          <label className="field">
            <span className="label">{t('revisions.from')}</span>
            <select value={from} onChange={(event) => setFrom(event.target.value)}>
              {choices}
            </select>
          </label>
          <label className="field">
            <span className="label">{t('revisions.to')}</span>
            <select value={to} onChange={(event) => setTo(event.target.value)}>
              {choices}
            </select>
          </label>
          <ToggleButtonGroup
            className="compare-layout"
            aria-label={t('revisions.how')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[layout]}
            onSelectionChange={([key]) => setLayout(key as Layout)}
          >
            <ToggleButton id="sideBySide">{t('revisions.sideBySide')}</ToggleButton>
            <ToggleButton id="inline">{t('revisions.inline')}</ToggleButton>
          </ToggleButtonGroup>
        </div>
        <div className="review">
          {compared === null ? (
            <p className="quiet">{t('revisions.comparing')}</p>
          ) : (
            <>
              <DiffView
                before={plainText(compared.before)}
                after={plainText(compared.after)}
                changes={compared.changes}
                language={document.language}
                layout={layout}
              />
              {compared.changes.length === 0 && <KindChanges before={compared.before} after={compared.after} />}
            </>
          )}
        </div>
        <footer className="form-foot">
          <Button
            className="button"
            onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'document', id: document.id } })}
          >
            {t('revisions.title')}
          </Button>
          <Button className="button primary" autoFocus onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.done')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}

/** The paragraphs whose kind is another, of two texts with the same words. */
function KindChanges({ before, after }: Pick<Compared, 'before' | 'after'>) {
  const t = useMessages()
  const nameOf = ({ kind, level }: Block): string => t(`correcting.kinds.${kind}`, { level: level ?? 1 })
  const changed = before.flatMap((old, at) => {
    const now = after[at]
    return now && (now.kind !== old.kind || now.level !== old.level) ? [{ at, from: nameOf(old), to: nameOf(now) }] : []
  })
  return (
    <ul className="kind-changes">
      {changed.map(({ at, from, to }) => (
        <li key={at}>{t('revisions.kindChanged', { paragraph: at + 1, from, to })}</li>
      ))}
    </ul>
  )
}
