import { useState } from 'react'
import { Button } from 'react-aria-components'
import { documentCount } from '#shared/importers/table/document-count'
import type { PreviewOptions, TablePreview } from '#shared/importers/table/preview'
import { withHeader } from '#shared/importers/table/roles'
import type { Problem } from '#shared/result'
import { type AskedTable, asksForColumns } from '../actions/ask-tables'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'
import { ColumnTable } from './column-table'
import { MappingControls } from './mapping-controls'
import { RowPage } from './row-page'
import './mapping.css'

/** What is asked of a table before it is brought in: what its columns are. It is proposed, and shown at work. */
export function MappingDialog({ asked }: { readonly asked: AskedTable }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const { files, at, answers, file } = asked
  const [preview, setPreview] = useState(asked.preview)
  const [mapping, setMapping] = useState(asked.preview.suggestion)
  const [encoding, setEncoding] = useState<string | undefined>()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [working, setWorking] = useState(false)
  const [shown, setShown] = useState(0)

  const show = (read: TablePreview): void => {
    setPreview(read)
    setMapping(read.suggestion)
    setShown(0)
  }
  const look = async (options: PreviewOptions): Promise<void> => {
    setWorking(true)
    const read = await actions.readTable(file, options)
    setWorking(false)
    setProblem(read.ok ? null : read.problem)
    if (read.ok) show(read.value)
  }
  const bringIn = async (): Promise<void> => {
    setWorking(true)
    const answer = { table: mapping, ...(encoding !== undefined && { encoding }) }
    dispatch({ type: 'closeDialog' })
    await actions.bringIn(files, [...answers, answer])
  }

  const first = mapping.hasHeader ? 1 : 0
  const rows = preview.rows.slice(first).map((cells, i) => ({ number: preview.numbers[first + i] ?? i + 1, cells }))
  const count = documentCount(preview, mapping)
  const tables = [...files.keys()].filter((place) => asksForColumns(files[place] as (typeof files)[number]))
  const isLast = tables.at(-1) === at
  return (
    <Sheet title={t('mapping.title')} size="full">
      <div className="mapping" aria-busy={working}>
        <MappingControls
          file={file.name}
          place={tables.length > 1 ? t('mapping.which', { at: tables.indexOf(at) + 1, all: tables.length }) : null}
          preview={preview}
          mapping={mapping}
          onHeader={(hasHeader) => {
            setMapping(withHeader(mapping, hasHeader, preview.rows))
            setShown(0)
          }}
          onSheet={(sheet) => void look({ sheet })}
          onEncoding={(label) => {
            setEncoding(label)
            void look({ encoding: label })
          }}
        />
        <div className="mapping-middle">
          <ColumnTable rows={rows} header={preview.rows} shown={shown} mapping={mapping} onMapping={setMapping} />
          <RowPage
            file={file}
            rows={rows}
            shown={Math.min(shown, rows.length - 1)}
            mapping={mapping}
            onShown={setShown}
          />
        </div>
        <footer className="form-foot">
          <p role="status" className="mapping-said" data-refused={problem !== null || undefined}>
            {problem ? t(problem.key, problem.params) : mapping.text.length === 0 && t('mapping.noText')}
          </p>
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button
            className="button primary"
            autoFocus
            isDisabled={count === 0 || working || problem !== null}
            onPress={() => void bringIn()}
          >
            {isLast ? t('mapping.bringIn', { count }) : t('mapping.nextTable')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
