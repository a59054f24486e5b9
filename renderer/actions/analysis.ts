import { addThemes } from '#shared/editing/highlights'
import {
  changeLiveTheme,
  deleteLiveTheme,
  makeLiveTheme,
  recolourLiveTheme,
  renameLiveTheme,
} from '#shared/editing/live-themes'
import { makeThemePath } from '#shared/editing/themes'
import type { ExportedFile } from '#shared/exporters/exporter'
import type { AnnotationQuery } from '#shared/model/annotation-query'
import { type ChangeSet, merge } from '#shared/model/changes'
import type { LiveTheme, LiveThemeId } from '#shared/model/live-theme'
import type { ThemeColour } from '#shared/model/theme'
import type { AnnotatedPassage } from '#shared/queries/annotations/annotations'
import { projectNames, type QueryNames } from '#shared/queries/annotations/names'
import { formatQueryFile, type NamedQuery, readQueryFile } from '#shared/queries/annotations/query-file'
import { by, commit, type Desk, openProject, type Queue, unwrap } from './desk'
import { askForFiles } from './file-to-read'
import type { ThemeWanted } from './tag-hits'

/** What is done with queries over passages: they are kept, and their passages tagged. */
export function analysisActions(desk: Desk, queued: Queue) {
  const { store } = desk
  const liveThemes = () => store.read.liveThemes(openProject(desk).project.id)
  const withLive = (id: LiveThemeId, work: (live: LiveTheme, others: readonly LiveTheme[]) => ChangeSet) =>
    queued(async () => {
      const others = await liveThemes()
      const live = others.find((each) => each.id === id)
      if (live) await commit(desk, work(live, others))
    })
  const names = async (): Promise<QueryNames> => {
    const { project, themes, documents, coders } = openProject(desk)
    const [groups, attributes] = await Promise.all([
      store.read.documentGroups(project.id),
      store.read.attributes(project.id),
    ])
    return projectNames({ themes, documents, coders, groups, attributes })
  }
  const save = async (file: ExportedFile): Promise<void> => {
    const saved = unwrap(await desk.bridge.saveFiles({ files: [file] }))
    if (!saved) return
    const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
    desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
  }

  return {
    /** Keeps a query; answers with the live theme's id, or null where it could not be kept. */
    makeLiveTheme: (name: string, query: AnnotationQuery) =>
      queued(async () => {
        const given = { project: openProject(desk).project.id, name, query, others: await liveThemes() }
        const { changes, live } = makeLiveTheme(given, by(desk))
        await commit(desk, changes)
        return live.id
      }),
    renameLiveTheme: (id: LiveThemeId, name: string) =>
      withLive(id, (live, others) => renameLiveTheme({ live, name, others })),
    changeLiveTheme: (id: LiveThemeId, query: AnnotationQuery) =>
      withLive(id, (live) => changeLiveTheme({ live, query })),
    recolourLiveTheme: (id: LiveThemeId, colour: ThemeColour) =>
      withLive(id, (live) => recolourLiveTheme({ live, colour })),
    deleteLiveTheme: (id: LiveThemeId) => {
      if (desk.session().filter === id) desk.dispatch({ type: 'filter', theme: null })
      return withLive(id, deleteLiveTheme)
    },
    /** Gives a theme to all these passages in one step. */
    tagAnnotated: (passages: readonly AnnotatedPassage[], wanted: ThemeWanted) =>
      queued(async () => {
        const { project, themes, themesById } = openProject(desk)
        const who = by(desk)
        const made = 'path' in wanted ? makeThemePath({ project: project.id, path: wanted.path, themes }, who) : null
        const theme = made?.theme ?? ('id' in wanted ? themesById.get(wanted.id) : undefined)
        if (!theme) return
        const given = {
          highlights: passages.map(({ highlight }) => highlight),
          themes: [theme],
          taggings: passages.flatMap(({ taggings }) => taggings),
        }
        const tagged = addThemes(given, who)
        await commit(desk, made ? merge(made.changes, tagged) : tagged)
        await store.places.noteUsedThemes(project.id, [theme.id])
      }),
    /** Writes queries as a text, and asks where to. */
    saveQueries: (queries: readonly NamedQuery[], name: string) =>
      queued(async () => {
        await save({ name, bytes: new TextEncoder().encode(formatQueryFile(queries, await names())) })
      }),
    /** Asks for a text of queries and keeps each as a live theme, in one step; one of a name that is there gets its query. */
    readQueries: () =>
      queued(async () => {
        const [file] = await askForFiles(desk)
        if (!file) return
        const known = await names()
        let all = [...(await liveThemes())]
        let step: ChangeSet | null = null
        for (const { name, query } of readQueryFile(new TextDecoder().decode(file.bytes), known)) {
          const there = all.find((each) => each.name === name)
          let changes: ChangeSet
          if (there) {
            changes = changeLiveTheme({ live: there, query })
            all = all.map((each) => (each === there ? { ...there, query } : each))
          } else {
            const made = makeLiveTheme({ project: openProject(desk).project.id, name, query, others: all }, by(desk))
            changes = made.changes
            all = [...all, made.live]
          }
          step = step ? merge(step, changes) : changes
        }
        if (step) await commit(desk, step)
      }),
    /** Saves a file that was made, and asks where to. */
    saveMade: (file: ExportedFile) => queued(() => save(file)),
  }
}
