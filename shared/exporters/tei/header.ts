import type { SourceDocument } from '../../model/document'
import type { Theme } from '../../model/theme'
import { ProblemError } from '../../result'
import { inkOf } from '../ink'
import { MOST_LEVELS } from '../refi/codes'
import { dateTime } from '../refi/date-time'
import type { Joined } from '../refi/joined'
import type { XmlWriter } from '../refi/xml'
import { xmlId } from './ids'

/** A day or a moment as `when` takes it (W3C: a year, a month, a day, or a moment). */
const WHEN = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

/**
 * The header of the whole: the project's name, its coders as those who are responsible, and its themes as a taxonomy.
 * Throws a ProblemError when themes are nested too deeply.
 */
export function writeProjectHeader(xml: XmlWriter, project: Joined): void {
  const { snapshot } = project
  xml.element('teiHeader', {}, () => {
    xml.element('fileDesc', {}, () => {
      xml.element('titleStmt', {}, () => {
        xml.words('title', {}, snapshot.project.name)
        for (const { id, name } of snapshot.coders) {
          xml.element('respStmt', { 'xml:id': xmlId('coder', id) }, () => {
            xml.words('resp', {}, 'coder')
            xml.words('persName', {}, name)
          })
        }
      })
      writePublication(xml)
      xml.element('sourceDesc', {}, () => xml.words('p', {}, 'Texts with highlights, themes and notes.'))
    })
    xml.element('encodingDesc', {}, () => {
      xml.element('appInfo', {}, () =>
        xml.element('application', { ident: 'Pingdian', version: '1' }, () => xml.words('label', {}, 'Pingdian')),
      )
      if (snapshot.themes.length === 0) return
      xml.element('classDecl', {}, () =>
        xml.element('taxonomy', { 'xml:id': 'themes' }, () => {
          for (const theme of project.children.get(null) ?? []) writeTheme(xml, project, theme, 1)
        }),
      )
    })
    writeCreation(xml, snapshot.project.created)
  })
}

const writePublication = (xml: XmlWriter): void =>
  xml.element('publicationStmt', {}, () => xml.words('p', {}, 'Written by Pingdian.'))

function writeCreation(xml: XmlWriter, created: number): void {
  const when = dateTime(created)
  if (when !== undefined) xml.element('revisionDesc', {}, () => xml.element('change', { status: 'created', when }))
}

function writeTheme(xml: XmlWriter, project: Joined, theme: Theme, level: number): void {
  if (level > MOST_LEVELS) {
    throw new ProblemError({ key: 'export.themesTooDeep', params: { theme: theme.name, most: MOST_LEVELS } })
  }
  xml.element('category', { 'xml:id': xmlId('theme', theme.id), rend: inkOf(theme.colour) }, () => {
    xml.words('gloss', {}, theme.name)
    if (theme.description !== '') xml.words('desc', {}, theme.description)
    if (theme.inclusion) xml.words('desc', { type: 'inclusion' }, theme.inclusion)
    if (theme.exclusion) xml.words('desc', { type: 'exclusion' }, theme.exclusion)
    for (const child of project.children.get(theme.id) ?? []) writeTheme(xml, project, child, level + 1)
  })
}

/** The header of one text: its title and where it comes from. */
export function writeTextHeader(xml: XmlWriter, { title, metadata, created }: SourceDocument): void {
  const { subtitle, author, reporter, editor, source, place, date, section, url } = metadata
  const said = [subtitle, author, reporter, editor, source, place, date, section, url].some(Boolean)
  xml.element('teiHeader', {}, () => {
    xml.element('fileDesc', {}, () => {
      xml.element('titleStmt', {}, () => xml.words('title', {}, title))
      writePublication(xml)
      xml.element('sourceDesc', {}, () => {
        if (!said) return xml.words('p', {}, 'Nothing is known of its origin.')
        xml.element('bibl', {}, () => {
          if (subtitle) xml.words('title', { type: 'sub' }, subtitle)
          if (author) xml.words('author', {}, author)
          if (reporter) xml.words('author', { role: 'reporter' }, reporter)
          if (editor) xml.words('editor', {}, editor)
          if (source) xml.words('publisher', {}, source)
          if (place) xml.words('pubPlace', {}, place)
          if (date) xml.words('date', WHEN.test(date) ? { when: date } : {}, date)
          if (section) xml.words('biblScope', { unit: 'section' }, section)
          if (url) xml.words('idno', { type: 'URI' }, url)
        })
      })
    })
    writeCreation(xml, created)
  })
}
