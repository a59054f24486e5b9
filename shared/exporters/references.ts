import { reference } from './citation'
import { cslItem } from './citation/item'
import { type CitedWords, plainCitation } from './citation/words'
import type { ExportOptions } from './exporter'
import type { MarkedProject } from './marked-documents'

/**
 * The sources of all passages, as a list of references in the wanted style (GB/T 7714 where none is), in the order of
 * their words; Chinese ones by their sounds. Documents without passages are no sources.
 */
export function references({ documents }: MarkedProject, { citation = 'gb7714' }: ExportOptions): CitedWords[][] {
  const order = new Intl.Collator('zh-Hans-u-co-pinyin')
  return documents
    .filter(({ passages }) => passages.length > 0)
    .map(({ document }) => reference(cslItem(document, document.id), citation))
    .map((words) => ({ words, plain: plainCitation(words) }))
    .sort((a, b) => order.compare(a.plain, b.plain))
    .map(({ words }) => words)
}
