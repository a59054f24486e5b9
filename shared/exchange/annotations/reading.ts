import { idOfGuid } from '../../exporters/refi/guid'
import type { Id, ProjectId } from '../../model/ids'
import type { Coder } from '../../model/project'
import type { ExchangeOptions } from '../incoming'
import { oneLine } from '../refi/reading'
import { Tallies } from '../refi/tally'
import { idFor } from '../renaming'
import type { ForeignCoder } from './annotation'
import { ThemeFinder } from './theme-finder'

/** What the readers of one file of annotations share: ids, coders, themes, and what is to be told. */
export interface AnnotationReading {
  /** The file's name, for problems. */
  readonly file: string
  readonly options: ExchangeOptions
  readonly project: ProjectId
  readonly told: Tallies
  readonly themes: ThemeFinder
  /** The id of what an IRI names: the UUID in it, or one of its own, the same each time. */
  idOf(iri: string): Id
  /** As `idOf`, for something that is made: a second one of the same IRI has another id. */
  ownId(iri: string): Id
  /** The coder who is meant; the one given by `ExchangeOptions` where nobody is. */
  coderOf(coder: ForeignCoder | undefined): Id
  /** The coders that were asked for. */
  coders(): readonly Coder[]
}

/** The UUID of `urn:uuid:...`, or of a bare one. */
const uuidOf = (iri: string): Id | undefined => idOfGuid(iri.replace(/^urn:uuid:/i, ''))

/** Begins to read annotations out of the file of this name. */
export function annotationReading(file: string, options: ExchangeOptions): AnnotationReading {
  const project = options.into.project.id
  const idOf = (iri: string): Id => uuidOf(iri) ?? idFor(project, iri)
  const taken = new Set<Id>()
  const coders = new Map<Id, Coder>()
  return {
    ...{ file, options, project, idOf },
    told: new Tallies(),
    themes: new ThemeFinder(options, idOf),
    ownId(iri) {
      let id = idOf(iri)
      for (let number = 2; taken.has(id); number += 1) id = idFor(project, `${iri} ${number}`)
      taken.add(id)
      return id
    },
    coderOf(coder) {
      const name = oneLine(coder?.name ?? '')
      if (!coder || (name === '' && !coder.iri)) return options.coder.id
      const id = idOf(coder.iri ?? `coder ${name}`)
      if (!coders.has(id)) {
        coders.set(id, { id, project, name: name || (coder.iri as string), created: options.now })
      }
      return id
    },
    coders: () => [...coders.values()],
  }
}
