import { type CodePointIndex, codePointIndex } from '../../model/code-points'
import { type Block, blockAt, blockStarts, type SourceDocument } from '../../model/document'
import type { Highlight } from '../../model/highlight'
import type { Id, Time } from '../../model/ids'
import type { Note } from '../../model/note'
import type { Passage } from '../../model/passage'
import { dateTime } from '../refi/date-time'
import type { Joined } from '../refi/joined'
import type { XmlAttributes, XmlWriter } from '../refi/xml'
import { blockId, xmlId } from './ids'

const indexes = new WeakMap<Block, CodePointIndex>()
function pointsOf(block: Block): CodePointIndex {
  const points = indexes.get(block) ?? codePointIndex(block.text)
  indexes.set(block, points)
  return points
}

/**
 * A passage as a TEI XPointer, `string-range(block, offset, length, ...)`: one for each block that it touches. Offsets
 * and lengths count Unicode code points in the block.
 */
export function stringRange(
  document: Id,
  blocks: readonly Block[],
  starts: readonly number[],
  passage: Passage,
): string {
  const first = blockAt(starts, passage.start)
  const last = blockAt(starts, passage.end)
  const ranges: (string | number)[] = []
  for (let at = first; at <= last; at += 1) {
    const start = starts[at] as number
    const points = pointsOf(blocks[at] as Block)
    const from = at === first ? points.codePoint(passage.start - start) : 0
    const to = at === last ? points.codePoint(passage.end - start) : points.length
    ranges.push(blockId(document, at), from, to - from)
  }
  return `#string-range(${ranges.join(',')})`
}

/** Who made something, and when, as the history of an annotation. */
function writeMade(xml: XmlWriter, coder: Id, created: Time, modified?: Time): void {
  const who = `#${xmlId('coder', coder)}`
  const change = (status: string, time: Time): void => xml.element('change', { status, when: dateTime(time), who })
  xml.element('revisionDesc', {}, () => {
    change('created', created)
    if (modified !== undefined && modified !== created) change('modified', modified)
  })
}

function writeNote(xml: XmlWriter, { id, text, coder, created, modified }: Note, target: string): void {
  const attributes = { 'xml:id': xmlId('note', id), motivation: 'commenting', target: `#${target}` }
  xml.element('annotation', attributes, () => {
    writeMade(xml, coder, created, modified)
    xml.words('note', {}, text)
  })
}

function writeHighlight(xml: XmlWriter, project: Joined, highlight: Highlight, target: string): void {
  const { id, passage, star, weight, lost, coder, created } = highlight
  const own = xmlId('highlight', id)
  const taggings = project.taggings.get(id) ?? []
  const themes = [...new Set(taggings.map(({ theme }) => `#${xmlId('theme', theme)}`))]
  const motivation = `highlighting${star ? ' bookmarking' : ''}${weight ? ' assessing' : ''}`
  const ana = themes.length > 0 ? { ana: themes.join(' ') } : {}
  xml.element('annotation', { 'xml:id': own, motivation, target, ...ana }, () => {
    writeMade(xml, coder, created)
    if (weight) xml.words('note', { type: 'weight' }, String(weight))
    if (lost === undefined) return
    xml.words('note', { type: 'quote' }, passage.quote)
    if (passage.prefix !== '') xml.words('note', { type: 'prefix' }, passage.prefix)
    if (passage.suffix !== '') xml.words('note', { type: 'suffix' }, passage.suffix)
  })
  for (const tagging of taggings) {
    const attributes = { 'xml:id': xmlId('tagging', tagging.id), motivation: 'tagging', target: `#${own}` }
    xml.element('annotation', attributes, () => {
      writeMade(xml, tagging.coder, tagging.created)
      xml.element('ptr', { target: `#${xmlId('theme', tagging.theme)}` })
    })
  }
  for (const note of project.notes.get(id) ?? []) writeNote(xml, note, own)
}

/** What is said of one text: its highlights with their taggings and notes, and the notes on the whole of it. */
export function writeTextStandOff(
  xml: XmlWriter,
  project: Joined,
  document: SourceDocument,
  blocks: readonly Block[],
): void {
  const highlights = project.highlights.get(document.id) ?? []
  const notes = project.notes.get(document.id) ?? []
  if (highlights.length + notes.length === 0) return
  const whole = xmlId('document', document.id)
  const starts = blockStarts(blocks)
  const length = blocks.length === 0 ? 0 : (starts.at(-1) as number) + (blocks.at(-1) as Block).text.length
  writeList(xml, () => {
    for (const highlight of highlights) {
      const { passage, lost } = highlight
      const isThere = lost === undefined && passage.end <= length
      writeHighlight(xml, project, highlight, isThere ? stringRange(document.id, blocks, starts, passage) : `#${whole}`)
    }
    for (const note of notes) writeNote(xml, note, whole)
  })
}

/** What is said of no single text: notes on the project and on themes, and links between highlights. */
export function writeProjectStandOff(xml: XmlWriter, project: Joined): void {
  const { snapshot, themes } = project
  const { id, links = [] } = { ...snapshot.project, links: snapshot.links ?? [] }
  const notes = [
    ...(project.notes.get(id) ?? []).map((note) => ({ note, target: xmlId('project', id) })),
    ...[...themes.keys()].flatMap((theme) =>
      (project.notes.get(theme) ?? []).map((note) => ({ note, target: xmlId('theme', theme) })),
    ),
  ]
  if (notes.length + links.length === 0) return
  writeList(xml, () => {
    for (const { note, target } of notes) writeNote(xml, note, target)
    for (const link of links) {
      const target = `#${xmlId('highlight', link.from)}`
      const attributes: XmlAttributes = { 'xml:id': xmlId('link', link.id), motivation: 'linking', target }
      xml.element('annotation', attributes, () => {
        writeMade(xml, link.coder, link.created)
        xml.element('ptr', { target: `#${xmlId('highlight', link.to)}` })
        xml.words('note', { type: 'relation' }, link.relation)
      })
    }
  })
}

const writeList = (xml: XmlWriter, inside: () => void): void =>
  xml.element('standOff', {}, () => xml.element('listAnnotation', {}, inside))
