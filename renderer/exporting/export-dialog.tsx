import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { arrangeOf, CONTEXTS, type ExportWish, FIRST_WISH, scopeOf, variantOf } from '#shared/exporters/wish'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import { problemOf } from '../actions/desk'
import type { ExportOrder } from '../actions/exporting'
import { type LivePassages, useAnnotations } from '../analysis/annotations'
import { useMessages } from '../app/language'
import { type OpenProject, useProject, useStore } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { Sheet } from '../dialogs/sheet'
import { ExportProgress } from './export-progress'
import { FormatList } from './format-list'
import { FormatSettings } from './format-settings'
import { PreviewPane } from './preview-pane'
import { ScopeCount } from './scope-count'
import { ScopeSettings } from './scope-settings'
import { useScopable } from './use-scopable'
import './exporting.css'

/** Takes annotated notes out: in which format, of what, in which order, and how that begins. */
export function ExportDialog() {
  const t = useMessages()
  const store = useStore()
  const open = useProject()
  const [first, setFirst] = useState<ExportWish | null>(null)
  const project = open?.project.id
  useEffect(() => {
    if (project !== undefined) void store.places.exportWish(project).then(setFirst)
  }, [store, project])
  return (
    <Sheet title={t('exportDialog.title')} size="full">
      {open && first ? <Choices open={open} first={first} /> : <div className="exporting" />}
    </Sheet>
  )
}

/** What is to be written when everything is as it was chosen. */
function orderOf(
  wish: ExportWish,
  open: OpenProject,
  live: readonly LivePassages[],
  document: string | null,
): ExportOrder {
  const variant = variantOf(wish)
  const own = wish.formats[wish.format] ?? {}
  return {
    format: wish.format,
    variant: variant.id,
    arrange: arrangeOf(variant, own),
    context: variant.quotesInContext ? CONTEXTS[own.context ?? 'none'] : 0,
    scope: scopeOf(wish.scope, {
      documents: open.documents,
      themes: open.themes,
      live: new Map(live.map(({ theme, passages }) => [theme.id, passages.map(({ highlight }) => highlight.id)])),
      open: document,
    }),
  }
}

function Choices({ open, first }: { readonly open: OpenProject; readonly first: ExportWish }) {
  const t = useMessages()
  const store = useStore()
  const dispatch = useDispatch()
  const session = useSession()
  const { exporting } = useActions()
  const stage = useSyncExternalStore(exporting.subscribe, exporting.get)
  const [wish, setWish] = useState({ ...FIRST_WISH, ...first })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isStopped, setStopped] = useState(false)
  const project = useScopable(open.project.id)
  useEffect(() => exporting.stop, [exporting])
  const leave = useRef<HTMLButtonElement>(null)
  const isBusy = stage !== null
  // The button that was pressed to save has no focus any more, and keys would go nowhere.
  useEffect(() => {
    if (isBusy) leave.current?.focus()
  }, [isBusy])
  const document = open.documents.find(({ id }) => id === session.document) ?? null
  const { live, annotations } = useAnnotations()
  const order = orderOf(wish, open, live, document?.id ?? null)

  const choose = (next: ExportWish): void => {
    setProblem(null)
    setStopped(false)
    setWish(next)
    void store.places.setExportWish(open.project.id, next)
  }
  const save = async (): Promise<void> => {
    setProblem(null)
    setStopped(false)
    try {
      if (await exporting.save(order)) dispatch({ type: 'closeDialog' })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const stop = (): void => {
    if (!stage) return dispatch({ type: 'closeDialog' })
    exporting.stop()
    setStopped(true)
  }
  return (
    <div className="exporting">
      <FormatList wish={wish} onChange={choose} />
      <div className="export-settings">
        <FormatSettings wish={wish} onChange={choose} />
        <ScopeSettings
          open={open}
          document={document}
          format={wish.format}
          scope={wish.scope}
          onChange={(scope) => choose({ ...wish, scope })}
        />
      </div>
      <PreviewPane order={order} open={open} project={project} />
      <footer className="form-foot">
        {problem ? (
          <p role="alert" className="export-said export-problem">
            {t(problem.key, problem.params)}
          </p>
        ) : stage ? (
          <ExportProgress stage={stage} />
        ) : isStopped ? (
          <p role="status" className="export-said">
            {t('exportDialog.stopped')}
          </p>
        ) : (
          <ScopeCount order={order} open={open} project={project} />
        )}
        <Button ref={leave} className="button" isDisabled={stage?.at === 'saving'} onPress={stop}>
          {t(stage ? 'exportDialog.stop' : 'dialogs.cancel')}
        </Button>
        <Button
          className="button primary"
          isDisabled={
            isBusy || order.scope.documents?.length === 0 || (order.scope.passages !== undefined && !annotations)
          }
          onPress={() => void save()}
        >
          {t('exportDialog.save')}
        </Button>
      </footer>
    </div>
  )
}
