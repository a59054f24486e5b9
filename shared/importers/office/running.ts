import type { Remarks } from '../remarks'
import type { Draft } from './draft'

/** What runs through the pages, once each, as debris that stands behind the text. */
export function runningDrafts(drafts: readonly Draft[], remarks: Remarks): Draft[] {
  const found = new Map<string, Draft>()
  for (const { text, marks } of drafts) {
    const debris = /\p{L}/u.test(text) ? 'repeated' : 'counter'
    if (text !== '') found.set(text, { kind: 'paragraph', text, marks, points: [], page: 'none', debris })
  }
  remarks.count('import.pdfRunningLines', found.size)
  return [...found.values()]
}
