import type { Id } from '../../model/ids'
import type { PassageLink } from '../../model/link'
import type { NoteSubject } from '../../model/note'
import { childrenOf, type XmlElement } from './element'
import { oneLine, type RefiReading } from './reading'

/** The links between passages, and those that join a note to something. */
export interface ReadLinks {
  readonly links: readonly PassageLink[]
  readonly linked: ReadonlyMap<Id, NoteSubject>
}

/** The Links; those between other things than passages are told. `subjects` are all that a note can be about. */
export function readLinks(
  links: XmlElement | undefined,
  subjects: ReadonlyMap<Id, NoteSubject>,
  notes: ReadonlySet<Id>,
  reading: RefiReading,
): ReadLinks {
  const { told, project, since } = reading
  const linked = new Map<Id, NoteSubject>()
  const read: PassageLink[] = []
  for (const [at, element] of childrenOf(links, 'link').entries()) {
    const { originguid = '', targetguid = '', direction, name = '' } = element.attributes
    const [from, to] = [reading.idOf(originguid), reading.idOf(targetguid)]
    const [origin, target] = [subjects.get(from), subjects.get(to)]
    if (origin?.kind === 'highlight' && target?.kind === 'highlight' && from !== to) {
      if (direction !== undefined && direction.toLowerCase() !== 'oneway') told.repaired.add('exchange.linkDirection')
      const relation = oneLine(name) || 'echoes'
      read.push({
        id: reading.ownId(element, `link ${at}`),
        project,
        from,
        to,
        relation,
        coder: reading.coderOf(undefined),
        created: since,
      })
    } else if (notes.has(from) && target && !linked.has(from)) linked.set(from, target)
    else if (notes.has(to) && origin && !linked.has(to)) linked.set(to, origin)
    else told.unrepresented.add('exchange.otherLink')
  }
  return { links: read, linked }
}
