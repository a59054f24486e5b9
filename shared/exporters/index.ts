import { ProblemError } from '../result'
import { bibtex } from './bibtex'
import { cslJson } from './csl-json'
import { csv } from './csv'
import { docx } from './docx'
import type { Exported, Exporter, ExportOptions, ProjectSnapshot } from './exporter'
import { html, pdf } from './html'
import { markdown } from './markdown'
import { notCarried } from './not-carried'
import { pingdian } from './pingdian'
import { qdc } from './qdc'
import { qdpx } from './qdpx'
import { tei } from './tei'
import { webAnnotation } from './web-annotation'
import { xlsx } from './xlsx'

/** Every format that notes can be taken out in. */
export const EXPORTERS: readonly Exporter[] = [
  markdown,
  docx,
  pdf,
  html,
  xlsx,
  csv,
  webAnnotation,
  tei,
  pingdian,
  qdpx,
  qdc,
  bibtex,
  cslJson,
]

/** The snapshot as files of the format `id`, with what these do not carry of it. Throws a `ProblemError` when there is no such format. */
export async function exportProject(id: string, snapshot: ProjectSnapshot, options: ExportOptions): Promise<Exported> {
  const exporter = EXPORTERS.find((each) => each.id === id)
  if (!exporter) throw new ProblemError({ key: 'export.unknownFormat', params: { id } })
  let replaced = 0
  const onReplaced = (count: number): void => {
    replaced += count
  }
  const files = await exporter.write(snapshot, { ...options, onReplaced })
  return { files, remarks: notCarried(id, snapshot, options, replaced) }
}
