import { useLiveQuery } from 'dexie-react-hooks'
import { Button } from 'react-aria-components'
import type { SourceDocument } from '#shared/model/document'
import type { Revision } from '#shared/model/revision'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { useWhen } from './use-when'

/** The states of a document's text, the latest first: when, by whom, how and why. */
export function RevisionList({ document }: { readonly document: SourceDocument }) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const when = useWhen()
  const coders = useProject()?.coders ?? []
  const revisions = useLiveQuery(() => store.read.revisions(document.id), [store, document.id])
  if (!revisions) return null
  if (revisions.length === 0) return <p className="quiet">{t('revisions.none')}</p>
  const present = revisions.findLast(({ content }) => content === document.content)
  const named = (action: string, { kind, created }: Revision): string =>
    t('revisions.ofKind', { action, kind: t(`revisions.kinds.${kind}`), when: when(created) })
  return (
    <ul className="revisions">
      {revisions.toReversed().map((revision) => {
        const { id, kind, created, reason, coder } = revision
        const who = coders.find((each) => each.id === coder)?.name
        return (
          <li key={id} data-present={revision === present || undefined}>
            <span className="revision-kind">{t(`revisions.kinds.${kind}`)}</span>
            <span className="quiet">{[when(created), who].filter(Boolean).join(' · ')}</span>
            <span className="revision-acts">
              {revision === present ? (
                <span className="quiet">{t('revisions.present')}</span>
              ) : (
                <>
                  <Button
                    className="link-button"
                    aria-label={named(t('revisions.compare'), revision)}
                    onPress={() =>
                      dispatch({
                        type: 'openDialog',
                        dialog: { kind: 'compareRevisions', document: document.id, revision: id },
                      })
                    }
                  >
                    {t('revisions.compare')}
                  </Button>
                  <Button
                    className="link-button"
                    aria-label={named(t('revisions.restore'), revision)}
                    onPress={() => void actions.restoreRevision(document.id, id)}
                  >
                    {t('revisions.restore')}
                  </Button>
                </>
              )}
            </span>
            {reason !== '' && <span className="revision-reason">{reason}</span>}
          </li>
        )
      })}
    </ul>
  )
}
