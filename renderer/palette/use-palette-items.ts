import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { COMMANDS, type CommandId } from '#shared/commands'
import { LANGUAGES, type Language, type Translate, translator } from '#shared/messages/index'
import { themePathName } from '#shared/model/theme'
import { useLanguage, useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import type { Item } from './palette-search'

const spoken = new Map<Language, Translate>()

/** The interface in every language but this one, for those who know a command by another name. */
const otherLanguages = (language: Language): readonly Translate[] =>
  (Object.keys(LANGUAGES) as Language[])
    .filter((each) => each !== language)
    .map((each) => {
      const known = spoken.get(each) ?? translator(each)
      spoken.set(each, known)
      return known
    })

/** Everything that can be found: usable commands, the project's documents and themes, and the projects. */
export function usePaletteItems(usable: readonly CommandId[]): readonly Item[] {
  const t = useMessages()
  const language = useLanguage()
  const store = useStore()
  const open = useProject()
  const projects = useLiveQuery(() => store.read.projects(), [store])
  const project = open?.project.id
  const kept = useLiveQuery(
    async () =>
      project === undefined
        ? null
        : { live: await store.read.liveThemes(project), searches: await store.read.savedSearches(project) },
    [store, project],
  )
  const used = useLiveQuery(() => store.places.lastCommands(), [store])
  return useMemo(() => {
    const others = otherLanguages(language)
    const commands = COMMANDS.filter(({ id }) => id !== 'view.palette' && usable.includes(id)).map(
      ({ id, label, menu }): Item => ({
        kind: 'commands',
        id,
        names: [t(label), ...others.map((other) => other(label))],
        beside: t(`menus.${menu}`),
      }),
    )
    const recent = (used ?? []).flatMap((id) => commands.find((each) => each.id === id) ?? [])
    return [
      ...recent.map((item): Item => ({ ...item, kind: 'recent' })),
      ...commands,
      ...(open?.documents ?? []).map(({ id, title, metadata }): Item => {
        const origin = [metadata.source, metadata.author, metadata.date?.slice(0, 10)].filter((each) => each)
        return { kind: 'documents', id, names: [title], beside: origin.join(' · ') }
      }),
      ...(open?.themes ?? []).map((theme): Item => {
        const path = themePathName(theme, open?.themesById ?? new Map())
        const beside = path.slice(0, Math.max(0, path.length - theme.name.length - 3))
        return { kind: 'themes', id: theme.id, names: [theme.name], beside }
      }),
      ...(kept?.live ?? []).map(({ id, name }): Item => ({ kind: 'liveThemes', id, names: [name] })),
      ...(kept?.searches ?? []).map(
        ({ id, name, typed }): Item => ({ kind: 'searches', id, names: [name], beside: typed }),
      ),
      ...(projects ?? [])
        .filter(({ id, putAway }) => putAway === undefined && id !== open?.project.id)
        .map(({ id, name }): Item => ({ kind: 'projects', id, names: [name] })),
    ]
  }, [t, language, open, projects, kept, used, usable])
}
