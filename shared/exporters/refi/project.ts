import type { ExportOptions, ProjectSnapshot } from '../exporter'
import { stepsOf } from '../progress'
import { writeCodes } from './codes'
import { dateTime } from './date-time'
import { guidOf } from './guid'
import type { Joined } from './joined'
import { writeLinks } from './links'
import { noteList, writeNotes } from './notes'
import type { Originals } from './originals'
import { writeSets } from './sets'
import { isPlaced, writeSource } from './sources'
import { variablesOf, writeCases, writeVariables } from './variables'
import { XmlWriter } from './xml'

/** The namespace of a project by REFI-QDA 1.0 and 1.5. */
export const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0'
/** How Pingdian names itself in the files that it writes. */
export const ORIGIN = 'Pingdian'

/** `project.qde` in chunks; see `qdpx`. */
export function projectXml(project: Joined, originals: Originals, options: ExportOptions): readonly Uint8Array[] {
  const xml = new XmlWriter()
  writeProject(xml, project, originals, options)
  options.onReplaced?.(xml.replaced)
  return xml.end()
}

function writeProject(xml: XmlWriter, project: Joined, originals: Originals, options: ExportOptions): void {
  const { snapshot } = project
  const { language, now } = options
  const variables = variablesOf(project, language)
  const notes = noteList(project)
  const refer = (id: string): void => {
    for (const guid of notes.about(id)) xml.element('NoteRef', { targetGUID: guid })
  }
  const written = new Set<string>()
  const attributes = {
    xmlns: PROJECT_NAMESPACE,
    name: snapshot.project.name,
    origin: ORIGIN,
    creationDateTime: dateTime(snapshot.project.created),
    modifiedDateTime: dateTime(now),
  }
  xml.element('Project', attributes, () => {
    writeUsers(xml, snapshot)
    if (snapshot.themes.length > 0) {
      xml.element('CodeBook', {}, () => writeCodes(xml, project, language, refer))
    }
    writeVariables(xml, variables)
    writeCases(xml, project, variables)
    if (snapshot.documents.length > 0) {
      xml.element('Sources', {}, () => {
        const step = stepsOf(options.onProgress, snapshot.documents.length, { until: 0.4 })
        for (const document of snapshot.documents) {
          const text = project.textOf(document)
          for (const each of project.highlights.get(document.id) ?? []) if (isPlaced(each, text)) written.add(each.id)
          writeSource({ xml, project, variables, refer }, document, text, originals.filesOf(document))
          step()
        }
      })
    }
    writeNotes(xml, project, notes, language)
    writeLinks(xml, project, (id) => written.has(id))
    writeSets(xml, project, language)
    refer(snapshot.project.id)
  })
}

function writeUsers(xml: XmlWriter, { coders }: ProjectSnapshot): void {
  if (coders.length === 0) return
  xml.element('Users', {}, () => {
    for (const { id, name } of coders) xml.element('User', { guid: guidOf(id), name })
  })
}
