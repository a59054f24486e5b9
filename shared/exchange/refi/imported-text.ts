import { readFile } from '../../importers/index'
import { plainText } from '../../model/document'
import { ProblemError } from '../../result'
import type { ExchangeOptions } from '../incoming'
import { type ForeignText, foreignText } from './foreign-text'

/**
 * The text of a PDF or Word document, as when it is brought in: for a source that comes without a plain text. Undefined
 * where it cannot be read.
 */
export async function importedText(
  name: string,
  bytes: Uint8Array | undefined,
  { support }: ExchangeOptions,
): Promise<ForeignText | undefined> {
  if (!bytes) return undefined
  try {
    const { documents } = await readFile({ name, bytes }, support ? { support } : {})
    const [document] = documents
    return document && { ...foreignText(plainText(document.blocks)), blocks: document.blocks }
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}
