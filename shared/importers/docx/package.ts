import { ProblemError } from '../../result'
import type { SourceFile } from '../importer'
import { unlessDamaged } from '../office/damaged-part'
import { type Place, readXml } from '../office/xml'
import { children, type XmlElement, xmlTree } from '../office/xml-tree'
import type { Remarks } from '../remarks'
import { OFFICE_LIMITS, openZip, type Zip } from '../zip'

/** Where a part points to another part, or to an address outside. */
export interface Relation {
  readonly id: string
  /** The last word of its type: `styles`, `comments`, `hyperlink`. */
  readonly type: string
  /** The path of a part in the package, or the address as it is written. */
  readonly target: string
}

/** One part of a document, and what it points to. */
export interface Part {
  readonly place: Place
  readonly bytes: Uint8Array
  readonly relations: readonly Relation[]
}

/** The parts of a Word document (Open Packaging Conventions, ECMA-376 part 2). */
export interface Package {
  /** The part that holds the text. */
  readonly main: Part
  /** Document properties, which belong to the package itself. */
  readonly properties: readonly Relation[]
  /** The part with this path; undefined when it is missing. */
  part(path: string): Part | undefined
  /**
   * The parts the main part points to by this type, as trees. One that is damaged is left out, with a remark: only what
   * it holds is missing then.
   */
  tree(relations: readonly Relation[], type: string): XmlElement | undefined
}

/** Opens a Word document. Throws a ProblemError when it is no archive, its text is missing, or it is too large. */
export function openPackage(file: SourceFile, remarks: Remarks): Package {
  const zip = openZip(file.name, file.bytes, OFFICE_LIMITS)
  const part = (path: string): Part | undefined => {
    const bytes = zip.read(path)
    return bytes && { place: { name: file.name, path }, bytes, relations: relationsOf(zip, file.name, path) }
  }
  const properties = relationsOf(zip, file.name, '')
  const path = properties.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const main = part(path)
  if (!main) throw new ProblemError({ key: 'import.partMissing', params: { name: file.name, path } })
  return {
    main,
    properties,
    part,
    tree(relations, type) {
      const relation = relations.find((each) => each.type === type)
      return (
        relation &&
        unlessDamaged(remarks, () => {
          const bytes = zip.read(relation.target)
          return bytes && xmlTree({ name: file.name, path: relation.target }, bytes)
        })
      )
    },
  }
}

function relationsOf(zip: Zip, name: string, path: string): Relation[] {
  const cut = path.lastIndexOf('/') + 1
  const own = `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
  const bytes = zip.read(own)
  if (!bytes) return []
  const relations: Relation[] = []
  readXml({ name, path: own }, bytes, {
    open(element, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (element === 'rel:Relationship' && id !== undefined && type !== undefined && target !== undefined) {
        const kind = type.slice(type.lastIndexOf('/') + 1)
        relations.push({ id, type: kind, target: mode === 'External' ? target : resolved(path.slice(0, cut), target) })
      }
      return undefined
    },
  })
  return relations
}

/** A target beside the part in `folder`, or from the top when it begins with a slash, as a path in the archive. */
function resolved(folder: string, target: string): string {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** The value of the child with this name: `<w:start w:val="3"/>`. */
export const valueIn = (element: XmlElement | undefined, name: string): string | undefined =>
  children(element, name)[0]?.attributes['w:val']

/** Whether a switch is on (ECMA-376, 17.17.4): `<w:b/>` is, `<w:b w:val="0"/>` is not; undefined where there is none. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off|none)$/.test(value ?? 'true')
