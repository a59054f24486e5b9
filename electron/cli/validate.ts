import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ExchangeReport } from '#shared/exchange/incoming'
import { readerOf } from '#shared/exchange/index'
import { xmlOf } from '#shared/exchange/refi/archive'
import { decodedXml } from '#shared/exchange/refi/element'
import { idFor } from '#shared/exchange/renaming'
import { emptyProject } from '#shared/exporters/empty-project'
import { schemaFaults } from '#shared/exporters/refi/schema-faults'
import type { SourceFile } from '#shared/importers/importer'
import { type Problem, ProblemError } from '#shared/result'
import { findFiles, readFound } from '../files'
import { together, withTexts } from '../texts-beside'
import { optionsAndFiles } from './arguments'
import { type Command, type Terminal, WrongUse } from './command'

const OPTIONS = { schema: { type: 'string' } } as const

/** What `validate` found in a file. */
interface Verdict {
  readonly report?: ExchangeReport
  /** What makes the file invalid, in words. */
  readonly faults: readonly string[]
}

/** `validate FILE...`: whether a project or codebook is what its standard says, and what is in it. */
export const validate: Command = {
  name: 'validate',
  summary: 'cli.validate.summary',
  help: 'cli.validate.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const { t, out } = terminal
    const sentences = (problems: readonly Problem[] = []): string[] => problems.map(({ key, params }) => t(key, params))
    let allValid = true
    for (const named of files) {
      const { report, faults } = await verdictOf(named, values.schema, terminal)
      const all = [...faults, ...sentences(report?.missing), ...sentences(report?.repaired)]
      if (all.length > 0) allValid = false
      await out(`${named}: ${t(all.length > 0 ? 'cli.validate.invalid' : 'cli.validate.valid')}\n`)
      for (const fault of all) await out(`${named}: ${t('cli.validate.fault', { fault })}\n`)
      for (const note of sentences(report?.unrepresented)) await out(`${named}: ${t('cli.validate.note', { note })}\n`)
    }
    return allValid ? 0 : 1
  },
}

async function verdictOf(named: string, schema: string | undefined, terminal: Terminal): Promise<Verdict> {
  const { cwd, t, language, support } = terminal
  try {
    const { files, problems } = await findFiles([resolve(cwd, named)])
    const [[found, ...others] = []] = together(await withTexts(files))
    if (!found) return { faults: problems.map(({ problem }) => t(problem.key, problem.params)) }
    const file = await readFound(found)
    const beside: SourceFile[] = []
    for (const other of others) beside.push(await readFound(other))
    const reader = readerOf(file)
    if (!reader) return { faults: [t('cli.validate.unknown')] }
    const faults = schema === undefined ? [] : await faultsBySchema(file, reader.id, schema, terminal)
    const project = { id: idFor('', file.name), name: '', created: 0 }
    const coder = { id: idFor('', 'coder'), project: project.id, name: '', created: 0 }
    const options = { into: emptyProject(project), coder, now: 0, language, support, beside }
    const { report } = await reader.read(file, options)
    return { report, faults }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { faults: [t(error.problem.key, error.problem.params)] }
  }
}

/** The formats that a schema may say something of, and how their schemas are called. */
const SCHEMAS = { qdpx: 'Project.xsd', qdc: 'Codebook.xsd', tei: 'tei_all.rng' } as const

/** What the schema (XSD, or RELAX NG as `.rng`) at `path` says, or the one in the folder there that is the format's. */
async function faultsBySchema(file: SourceFile, format: string, path: string, { cwd, t }: Terminal): Promise<string[]> {
  if (!(format in SCHEMAS)) return [t('cli.validate.notXml')]
  const place = resolve(cwd, path)
  try {
    const isFolder = (await stat(place)).isDirectory()
    const own = isFolder ? join(place, SCHEMAS[format as keyof typeof SCHEMAS]) : place
    const schema = await readFile(own, 'utf8')
    const xml = decodedXml(xmlOf(file)).replace(/^\ufeff?(<\?xml[^>]*?)\s+encoding=(["'])[^"']*\2/, '$1')
    return await schemaFaults(schema, [xml], /\.rng$/i.test(own) ? 'relaxng' : 'schema')
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new WrongUse(t('cli.validate.noSchema', { path, detail: (error as Error).message }))
  }
}
