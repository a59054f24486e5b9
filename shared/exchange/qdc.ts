import { asciiStart } from '../importers/declared-encoding'
import { ProblemError } from '../result'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { childOf, childrenOf, readXml } from './refi/element'
import { readCodes } from './refi/read-codes'
import { reportOf } from './refi/read-project'
import { readGroups } from './refi/read-sets'
import { refiReading } from './refi/reading'

/** Codebooks by the REFI-QDA standard (`.qdc`): themes and groups of themes. */
export const qdc: ExchangeReader = {
  id: 'qdc',
  extensions: ['qdc'],
  recognises: ({ name, bytes }) => /\.qdc$/i.test(name) || /<(?:\w+:)?CodeBook[\s>]/.test(asciiStart(bytes)),
  read(file, options) {
    const { root, replaced } = readXml(file.name, file.bytes)
    if (root.name !== 'codebook') throw new ProblemError({ key: 'exchange.noCodebook', params: { name: file.name } })
    const reading = refiReading({ file: file.name, options, users: [], since: undefined })
    reading.told.repaired.add('exchange.forbidden', {}, replaced)
    const themes = readCodes(childOf(root, 'codes'), reading)
    const members = { themes: new Set(themes.map(({ id }) => id)), documents: new Set<string>() }
    const { themeGroups } = readGroups(childrenOf(childOf(root, 'sets'), 'set'), [], members, reading)
    const records = { themes, themeGroups }
    return keeping('qdc', { report: reportOf(root, reading), records, contents: [], originals: [] }, options)
  },
}
