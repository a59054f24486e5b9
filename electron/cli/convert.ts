import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { ExportedFile, ProjectSnapshot } from '#shared/exporters/exporter'
import { EXPORTERS, exportProject } from '#shared/exporters/index'
import { type Scope, scoped } from '#shared/exporters/scope'
import type { Id } from '#shared/model/ids'
import { type Theme, themePath, themePathName } from '#shared/model/theme'
import { ProblemError } from '#shared/result'
import { writeAtomically } from '../atomic-write'
import { oneOf, optionsAndFiles } from './arguments'
import { type Command, WrongUse } from './command'
import { projectFrom } from './project'
import { sayReport } from './say-report'

const OPTIONS = {
  to: { type: 'string' },
  out: { type: 'string' },
  theme: { type: 'string', multiple: true },
  document: { type: 'string', multiple: true },
  variant: { type: 'string' },
  arrange: { type: 'string' },
  strict: { type: 'boolean' },
} as const

/** `convert IN... --to FORMAT --out PATH`: files of one format, or many, as a project in another one. */
export const convert: Command = {
  name: 'convert',
  summary: 'cli.convert.summary',
  help: 'cli.convert.help',
  async run(args, terminal) {
    const { values, files } = optionsAndFiles(args, OPTIONS, terminal)
    const { t, say } = terminal
    const format = oneOf(
      '--to',
      values.to,
      EXPORTERS.map(({ id }) => id),
      terminal,
    )
    const exporter = EXPORTERS.find(({ id }) => id === format) as (typeof EXPORTERS)[number]
    if (values.out === undefined) throw new WrongUse(t('cli.convert.noOut'))
    const [usual = 'document'] = exporter.arranges
    const arrange =
      values.arrange === undefined ? usual : oneOf('--arrange', values.arrange, exporter.arranges, terminal)
    const variant =
      values.variant === undefined
        ? {}
        : { variant: oneOf('--variant', values.variant, exporter.variants ?? [], terminal) }
    const now = Date.now()
    const { snapshot, reports, problems, read } = await projectFrom(files, now, terminal)
    for (const { key, params } of problems) say(t(key, params))
    let told = reports.reduce((sum, { path, report }) => sum + sayReport(path, report, terminal), 0)
    if (read === 0) return 1
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const wanted = scoped(snapshot, scopeOf(snapshot, values.theme ?? [], values.document ?? []))
      const { files: written, remarks } = await exportProject(format, wanted, {
        arrange,
        ...variant,
        language: terminal.language,
        now,
        timeZone,
      })
      for (const path of await put(written, resolve(terminal.cwd, values.out), values.out))
        say(t('cli.convert.wrote', { path }))
      for (const { key, params } of remarks) say(t(key, params))
      told += remarks.length
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      say(t(error.problem.key, error.problem.params))
      return 1
    }
    return problems.length > 0 || (values.strict && told > 0) ? 1 : 0
  },
}

/** What is meant by the names of themes (`name`, or `path / name`) and documents. Throws a ProblemError for one there is not. */
function scopeOf(snapshot: ProjectSnapshot, themes: readonly string[], documents: readonly string[]): Scope {
  const byId = new Map(snapshot.themes.map((theme) => [theme.id, theme]))
  const isUnder = (theme: Theme, ids: ReadonlySet<Id>): boolean => themePath(theme, byId).some(({ id }) => ids.has(id))
  const named = new Set(
    themes.flatMap((name) => {
      const found = snapshot.themes.filter((theme) => theme.name === name || themePathName(theme, byId) === name)
      if (found.length === 0) throw new ProblemError({ key: 'cli.convert.noTheme', params: { name } })
      return found.map(({ id }) => id)
    }),
  )
  const chosen = documents.flatMap((name) => {
    const found = snapshot.documents.filter(({ id, title, fileName }) => [id, title, fileName].includes(name))
    if (found.length === 0) throw new ProblemError({ key: 'cli.convert.noDocument', params: { name } })
    return found.map(({ id }) => id)
  })
  return {
    ...(themes.length > 0 && { themes: snapshot.themes.filter((each) => isUnder(each, named)).map(({ id }) => id) }),
    ...(documents.length > 0 && { documents: chosen }),
  }
}

/** Writes one file as `path`, or several into the folder `path`; one goes into a folder where there is one. */
async function put(files: readonly ExportedFile[], path: string, named: string): Promise<string[]> {
  const intoFolder = files.length !== 1 || /[\\/]$/.test(named) || (await isFolder(path))
  const places = files.map(({ name, bytes }) => ({ place: intoFolder ? join(path, name) : path, bytes }))
  try {
    await mkdir(intoFolder ? path : dirname(path), { recursive: true })
    for (const { place, bytes } of places) await writeAtomically(place, bytes)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new ProblemError({ key: 'cli.convert.notWritten', params: { path: named, detail: code ?? message } })
  }
  return places.map(({ place }) => (intoFolder ? join(named, basename(place)) : named))
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
