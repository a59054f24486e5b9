import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { SourceFile, TableMapping } from '#shared/importers/importer'
import { rowDocument } from '#shared/importers/table/row-document'
import type { TableRow } from '#shared/importers/table/table'
import { useMessages } from '../app/language'

export interface RowPageProps {
  readonly file: SourceFile
  readonly rows: readonly TableRow[]
  /** Which of the rows is seen. */
  readonly shown: number
  readonly mapping: TableMapping
  readonly onShown: (row: number) => void
}

/** How much of a long text is seen, in paragraphs. */
const SEEN = 30

const FACTS = ['date', 'author', 'source', 'url'] as const

/** The document that a row becomes, as the columns are taken now. */
export function RowPage({ file, rows, shown, mapping, onShown }: RowPageProps) {
  const t = useMessages()
  const row = rows[shown]
  if (!row) return <section className="row-page" />
  const { title, metadata, language, blocks, attributes = {} } = rowDocument(file, row, mapping)
  return (
    <section className="row-page" aria-label={t('mapping.preview', { row: row.number })}>
      <header>
        <h3>{t('mapping.preview', { row: row.number })}</h3>
        <Button
          className="icon-button"
          aria-label={t('mapping.previous')}
          isDisabled={shown === 0}
          onPress={() => onShown(shown - 1)}
        >
          <ChevronLeft size={15} aria-hidden="true" />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('mapping.next')}
          isDisabled={shown >= rows.length - 1}
          onPress={() => onShown(shown + 1)}
        >
          <ChevronRight size={15} aria-hidden="true" />
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keyboard */}
      <article lang={language} tabIndex={0} aria-label={title}>
        <h4>{title}</h4>
        <dl>
          {FACTS.map((field) => {
            const [known, kept] = [metadata[field], metadata.other?.[field]]
            return (
              (known ?? kept) !== undefined && (
                <div key={field}>
                  <dt>{t(`mapping.roles.${field}`)}</dt>
                  <dd>
                    {known ?? kept} {known === undefined && <span className="quiet">({t('mapping.asWritten')})</span>}
                  </dd>
                </div>
              )
            )
          })}
          {Object.entries(attributes).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {blocks.length === 0 && <p className="quiet">{t('mapping.emptyRow')}</p>}
        {blocks.slice(0, SEEN).map(({ text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place
          <p key={at}>{text}</p>
        ))}
      </article>
    </section>
  )
}
