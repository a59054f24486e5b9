import { type ChangeSet, changes } from '../model/changes'
import type { Highlight } from '../model/highlight'
import { newId } from '../model/ids'
import type { PassageLink, Relation } from '../model/link'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

const alike = (a: PassageLink, b: PassageLink): boolean =>
  a.from === b.from && a.to === b.to && a.relation === b.relation && a.coder === b.coder

/**
 * Says that `from` stands in a relation to `to`. `links` are those of `from`: what this coder has said already is not
 * said twice, and the link that says it is the answer.
 * Throws a ProblemError when the two are one highlight or the relation has no name.
 */
export function linkPassages(
  given: { from: Highlight; to: Highlight; relation: Relation; links: readonly PassageLink[] },
  by: By,
): { changes: ChangeSet; link: PassageLink } {
  const { from, to } = given
  if (from.id === to.id) throw new ProblemError({ key: 'changes.problems.linkToItself' })
  const link: PassageLink = {
    id: newId(),
    project: from.project,
    from: from.id,
    to: to.id,
    relation: cleanName(given.relation),
    coder: by.coder,
    created: by.now,
  }
  const there = given.links.find((each) => alike(each, link))
  const created = { links: there ? [] : [link] }
  return { changes: changes({ key: 'changes.linked' }, { created }), link: there ?? link }
}

/** Gives a link another relation. Throws a ProblemError when it has no name. */
export function relabelLink({ link, relation }: { link: PassageLink; relation: Relation }): ChangeSet {
  const after: PassageLink = { ...link, relation: cleanName(relation) }
  return changes(
    { key: 'changes.relabelledLink' },
    { updated: { links: after.relation === link.relation ? [] : [{ before: link, after }] } },
  )
}

/** Turns a link round: what was said of the one passage is said of the other. */
export const turnLink = (link: PassageLink): ChangeSet =>
  changes(
    { key: 'changes.turnedLink' },
    { updated: { links: [{ before: link, after: { ...link, from: link.to, to: link.from } }] } },
  )

/** Removes links. The passages stay. */
export const removeLinks = (links: readonly PassageLink[]): ChangeSet =>
  changes({ key: 'changes.removedLinks', params: { count: links.length } }, { deleted: { links } })
