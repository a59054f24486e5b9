import { validateXML } from 'xmllint-wasm'

/** Room for the validator, in pages of 64 KiB: a gigabyte. */
const MOST_PAGES = 16_384

/**
 * What is wrong with documents by an XML schema (XSD, or RELAX NG in its XML form), each fault a line that begins with the document's number from 0; empty
 * when all are valid. One call takes many documents.
 */
export async function schemaFaults(
  schema: string,
  documents: readonly string[],
  extension: 'schema' | 'relaxng' = 'schema',
): Promise<string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [schema],
    extension,
    maxMemoryPages: MOST_PAGES,
  })
  if (valid) return []
  return errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput]
}
