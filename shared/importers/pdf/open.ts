import { ProblemError } from '../../result'
import type { ReadOptions, SourceFile } from '../importer'
import { type OpenPdf, openWithPdfJs } from './engine'

/** Opens a PDF. Throws a ProblemError when it needs a password, or is no whole PDF. */
export async function opened({ name, bytes }: SourceFile, options: ReadOptions): Promise<OpenPdf> {
  try {
    return await openWithPdfJs(bytes, options.support)
  } catch (error) {
    const kind = error instanceof Error ? error.name : ''
    if (kind === 'PasswordException') throw new ProblemError({ key: 'import.pdfPassword', params: { name } })
    if (PDF_ERRORS.has(kind)) throw new ProblemError({ key: 'import.pdfDamaged', params: { name } })
    throw error
  }
}

/** What pdf.js throws at a file that it cannot make out. */
const PDF_ERRORS: ReadonlySet<string> = new Set([
  'InvalidPDFException',
  'FormatError',
  'ResponseException',
  'UnknownErrorException',
])
