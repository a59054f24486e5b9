import { grouped } from '../../grouped'
import { type Block, plainText, type SourceDocument } from '../../model/document'
import type { Highlight, Tagging } from '../../model/highlight'
import type { Id, Time } from '../../model/ids'
import type { Note } from '../../model/note'
import type { Theme } from '../../model/theme'
import type { ProjectSnapshot } from '../exporter'
import { dateTime } from './date-time'
import { guidOf } from './guid'

/** A snapshot whose records are found by those they belong to. Every list is in an order that does not depend on the snapshot's. */
export interface Joined {
  readonly snapshot: ProjectSnapshot
  /** Themes under each theme, and under null at the top; one whose parent is not there is at the top too. */
  readonly children: ReadonlyMap<Id | null, readonly Theme[]>
  /** Highlights of each document, in text order. */
  readonly highlights: ReadonlyMap<Id, readonly Highlight[]>
  /** Taggings of each highlight whose theme is there, oldest first. */
  readonly taggings: ReadonlyMap<Id, readonly Tagging[]>
  /** Notes about each record, oldest first. */
  readonly notes: ReadonlyMap<Id, readonly Note[]>
  readonly themes: ReadonlyMap<Id, Theme>
  textOf(document: SourceDocument): string
  /** Who made a record, and when, as attributes. */
  made(by: Id, created: Time): { readonly creatingUser?: string; readonly creationDateTime: string | undefined }
}

const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1)
const byAge = (a: Tagging | Note, b: Tagging | Note): number => a.created - b.created || byId(a, b)
const byPlace = (a: Highlight, b: Highlight): number =>
  a.passage.start - b.passage.start || b.passage.end - a.passage.end || byId(a, b)

/** The snapshot joined. */
export function joined(snapshot: ProjectSnapshot): Joined {
  const themes = new Map(snapshot.themes.map((theme) => [theme.id, theme]))
  const blocks = new Map<Id, readonly Block[]>(snapshot.contents.map((content) => [content.id, content.blocks]))
  const coders = new Set(snapshot.coders.map(({ id }) => id))
  const inOrder = snapshot.themes.toSorted((a, b) => a.order - b.order || byId(a, b))
  return {
    snapshot,
    themes,
    children: grouped(inOrder, ({ parent }) => (parent !== null && themes.has(parent) ? parent : null)),
    highlights: grouped(snapshot.highlights.toSorted(byPlace), ({ document }) => document),
    taggings: grouped(
      snapshot.taggings.filter(({ theme }) => themes.has(theme)).toSorted(byAge),
      ({ highlight }) => highlight,
    ),
    notes: grouped(snapshot.notes.toSorted(byAge), ({ about }) => about.id),
    textOf: ({ content }) => plainText(blocks.get(content) ?? []),
    made: (by, created) => ({
      ...(coders.has(by) && { creatingUser: guidOf(by) }),
      creationDateTime: dateTime(created),
    }),
  }
}
