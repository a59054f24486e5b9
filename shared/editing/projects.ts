import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId, type Time } from '../model/ids'
import type { Coder, Project } from '../model/project'
import { cleanName } from './names'

interface At {
  readonly now: Time
}

/** Makes a project and its first coder. Throws a ProblemError when either name is empty. */
export function newProject(
  given: { name: string; coderName: string },
  { now }: At,
): { changes: ChangeSet; project: Project; coder: Coder } {
  const project: Project = { id: newId(), name: cleanName(given.name), created: now }
  const coder: Coder = { id: newId(), project: project.id, name: cleanName(given.coderName), created: now }
  const summary = { key: 'changes.madeProject', params: { name: project.name } } as const
  return { changes: changes(summary, { created: { projects: [project], coders: [coder] } }), project, coder }
}

/** Gives a project another name. Throws a ProblemError when it is empty. */
export function renameProject({ project, name }: { project: Project; name: string }): ChangeSet {
  const clean = cleanName(name)
  return changes(
    { key: 'changes.renamedProject', params: { from: project.name, to: clean } },
    { updated: { projects: clean === project.name ? [] : [{ before: project, after: { ...project, name: clean } }] } },
  )
}

/** Puts a project away; nothing of it is lost. */
export const putAwayProject = (project: Project, { now }: At): ChangeSet =>
  changes(
    { key: 'changes.putAwayProject', params: { name: project.name } },
    { updated: { projects: project.putAway ? [] : [{ before: project, after: { ...project, putAway: now } }] } },
  )

/** Takes a project out again. */
export function restoreProject(project: Project): ChangeSet {
  const { putAway, ...after } = project
  return changes(
    { key: 'changes.restoredProject', params: { name: project.name } },
    { updated: { projects: putAway === undefined ? [] : [{ before: project, after }] } },
  )
}

/** Adds a coder to a project. Throws a ProblemError when the name is empty. */
export function newCoder(
  given: { project: ProjectId; name: string },
  { now }: At,
): { changes: ChangeSet; coder: Coder } {
  const coder: Coder = { id: newId(), project: given.project, name: cleanName(given.name), created: now }
  const summary = { key: 'changes.addedCoder', params: { name: coder.name } } as const
  return { changes: changes(summary, { created: { coders: [coder] } }), coder }
}

/** Gives a coder another name. Throws a ProblemError when it is empty. */
export function renameCoder({ coder, name }: { coder: Coder; name: string }): ChangeSet {
  const clean = cleanName(name)
  return changes(
    { key: 'changes.renamedCoder', params: { from: coder.name, to: clean } },
    { updated: { coders: clean === coder.name ? [] : [{ before: coder, after: { ...coder, name: clean } }] } },
  )
}
