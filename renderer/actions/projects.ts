import { newProject, putAwayProject, renameProject, restoreProject } from '#shared/editing/projects'
import type { ProjectId } from '#shared/model/ids'
import { pagesOf } from '../app/start'
import { commit, type Desk, openProject } from './desk'

/** Opens a project where it was left. */
export async function open(desk: Desk, id: ProjectId): Promise<void> {
  const pages = await pagesOf(desk.store, id)
  await desk.store.places.setLastProject(id)
  desk.dispatch({ type: 'openProject', project: id, ...pages })
}

/** Makes a project and opens it. Its coder has the name of the open project's coder. */
export async function make(desk: Desk, name: string): Promise<void> {
  const coderName = desk.open()?.coders[0]?.name ?? desk.translate()('app.me')
  const { changes, project } = newProject({ name, coderName }, { now: Date.now() })
  await desk.store.write(changes)
  await open(desk, project.id)
}

/** Gives the open project another name. */
export async function rename(desk: Desk, name: string): Promise<void> {
  await commit(desk, renameProject({ project: openProject(desk).project, name }))
}

/** Puts the open project away and opens another; when it was the last, an empty new one. */
export async function putAway(desk: Desk): Promise<void> {
  const { project } = openProject(desk)
  await commit(desk, putAwayProject(project, { now: Date.now() }))
  const others = (await desk.store.read.projects()).filter((each) => each.id !== project.id && !each.putAway)
  const next = others.at(-1)
  if (next) await open(desk, next.id)
  else await make(desk, desk.translate()('app.untitledProject'))
}

/** Takes a project out again and opens it. */
export async function restore(desk: Desk, id: ProjectId): Promise<void> {
  const project = await desk.store.read.project(id)
  if (!project) return
  await desk.store.write(restoreProject(project))
  await open(desk, id)
}
