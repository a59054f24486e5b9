import type { ShownFile } from '#shared/exporters/preview'
import { useLanguage, useMessages } from '../app/language'
import { PagePreview } from './page-preview'
import type { OrderProps } from './scope-count'
import { usePreview } from './use-preview'

/** How what is taken out begins. */
export function PreviewPane(props: OrderProps) {
  const t = useMessages()
  const { preview, problem, isOld } = usePreview(props)
  const { format } = props.order
  const about = preview && [
    ...(format === 'docx' ? [t('exportDialog.asInWord')] : []),
    ...(format === 'xlsx' ? [t('exportDialog.oneSheet')] : []),
    ...(preview.isOneOfSeveral ? [t('exportDialog.oneOfSeveral')] : []),
    ...(preview.goesOn ? [t('exportDialog.goesOn')] : []),
  ]
  return (
    <section className="export-preview" aria-label={t('exportDialog.preview')} aria-busy={isOld}>
      <header>
        <h3>{preview?.name ?? t('exportDialog.preview')}</h3>
        {about && <p className="quiet">{about.join(' · ')}</p>}
      </header>
      {problem ? (
        <p className="export-problem">{t(problem.key, problem.params)}</p>
      ) : (
        preview && <Shown shown={preview.shown} name={preview.name} />
      )}
    </section>
  )
}

function Shown({ shown, name }: { readonly shown: ShownFile; readonly name: string }) {
  const t = useMessages()
  const language = useLanguage()
  switch (shown.kind) {
    case 'page':
    case 'sheet':
      return <PagePreview html={shown.html} isSheet={shown.kind === 'sheet'} title={name} />
    case 'text':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keyboard
        <section className="preview-scroll" tabIndex={0} aria-label={name}>
          <pre>{shown.text}</pre>
        </section>
      )
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keyboard
        <section className="preview-scroll" tabIndex={0} aria-label={name}>
          <table>
            <thead>
              <tr>
                {shown.header.map((column, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                  <th key={at} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
                <tr key={number}>
                  {shown.header.map((_, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
                    <td key={at} data-number={typeof row[at] === 'number' || undefined}>
                      <div>{row[at]}</div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
    case 'archive': {
      const number = new Intl.NumberFormat(language)
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled is reached by keyboard
        <section className="preview-scroll" tabIndex={0} aria-label={name}>
          <ul className="preview-entries">
            {shown.entries.map(({ path, size }) => (
              <li key={path}>
                <span>{path}</span>
                <span className="count">{t('exportDialog.bytes', { number: number.format(size) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )
    }
  }
}
