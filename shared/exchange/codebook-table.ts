import { cleanName } from '../editing/names'
import { bringInCodebook } from '../editing/theme-codebook'
import { readCodebook } from '../importers/codebook'
import type { CodebookEntry } from '../model/codebook'
import type { Id } from '../model/ids'
import { themePathName } from '../model/theme'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { themeName } from './refi/read-codes'
import { Tally } from './refi/tally'
import { idFor, renamed } from './renaming'
import { tableHead } from './tables/head'

/**
 * Codebooks as tables: Pingdian's own in any language of the interface, Taguette's, QualCoder's, and lists for MAXQDA.
 * Other tables may be codebooks too, and are taken for documents: `readCodebook` reads them where that is said.
 */
export const codebookTable: ExchangeReader = {
  id: 'codebook',
  extensions: ['csv', 'tsv', 'tab'],
  recognises: (file) => tableHead(file)?.kind === 'codebook',
  read(file, options) {
    const { entries, remarks } = readCodebook(file)
    const { coder, now, into } = options
    const project = into.project.id
    const sound = entries.flatMap((entry): CodebookEntry[] => {
      const path = entry.path.map(themeName)
      return path.includes('') ? [] : [{ ...entry, path: path.map(cleanName) }]
    })
    const brought = bringInCodebook({ project, entries: sound, themes: into.themes }, { coder: coder.id, now })
    const { created, updated } = brought.changes
    const byId = new Map([...into.themes, ...brought.made].map((theme) => [theme.id, theme]))
    // Ids that are the same each time the file is read.
    const names = new Map<Id, Id>(
      brought.made.map((theme) => [theme.id, idFor(project, `theme ${themePathName(theme, byId)}`)]),
    )
    const records = renamed(
      { themes: [...(created.themes ?? []), ...(updated.themes ?? []).map(({ after }) => after)] },
      names,
    )
    const left = new Tally()
    left.add('exchange.leftOut', {}, entries.length - sound.length)
    const report = { name: '', repaired: [...remarks, ...left.all()], unrepresented: [], missing: [] }
    return keeping([], { report, records, contents: [], originals: [] }, options)
  },
}
