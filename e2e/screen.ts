import { expect, type Page } from '@playwright/test'
import { type Library, readLibrary } from './library'

// What the window shows of the library, read from the screen alone.

/** A highlight as it is drawn in the text. */
export interface Mark {
  readonly id: string
  readonly words: string
}
/** A highlight as it stands in the list beside the text. */
export interface Card {
  readonly id: string
  readonly quote: string
  readonly themes: readonly string[]
  readonly note: string | null
}
export interface Shown {
  readonly marks: readonly Mark[]
  readonly cards: readonly Card[]
  /** The names of the tree with their counts. */
  readonly themes: readonly string[]
}

/** A note as its bare words: on the screen Markdown is set, and its signs are gone. */
const bare = (note: string | null | undefined): string | null => note?.replace(/[*_#`>\s-]/g, '') ?? null

/** What stands on the screen now. */
export const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const words = new Map<string, string>()
    const root = document.querySelector('.page-text')
    if (root) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const seen = new Set<string>()
        for (let mark = node.parentElement?.closest('mark'); mark; mark = mark.parentElement?.closest('mark')) {
          const id = (mark as HTMLElement).dataset.highlight ?? ''
          if (!seen.has(id)) words.set(id, (words.get(id) ?? '') + node.textContent)
          seen.add(id)
        }
      }
    }
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
    const of = (element: Element, what: string): string => element.querySelector(what)?.textContent ?? ''
    return {
      marks: [...words].map(([id, each]) => ({ id, words: each })).sort(byId),
      cards: [...document.querySelectorAll<HTMLElement>('.highlights-pane [role=row]')]
        .map((row) => ({
          id: row.dataset.key ?? '',
          quote: of(row, 'blockquote'),
          themes: [...row.querySelectorAll('.chip')].map((chip) => chip.textContent ?? '').sort(),
          note: row.querySelector('.note')?.textContent ?? row.querySelector('.note-editor')?.textContent ?? null,
        }))
        .sort(byId),
      themes: [...document.querySelectorAll('.theme-row')].map(
        (row) => `${of(row, '.theme-name')} ${of(row, '.count')}`,
      ),
    }
  })

/** What ought to stand on the screen while `document` is open, by the library. Cards far out of view are not drawn. */
function expected(library: Library, document: string): Pick<Shown, 'marks' | 'cards'> {
  const here = library.highlights.filter((each) => each.document === document && each.lost === undefined)
  const names = new Map(library.themes.map(({ id, name }) => [id, name]))
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  return {
    marks: here.map(({ id, passage }) => ({ id, words: passage.quote.replaceAll('\n', '') })).sort(byId),
    cards: here
      .map(({ id, passage }) => ({
        id,
        quote: passage.quote,
        themes: library.taggings
          .filter(({ highlight }) => highlight === id)
          .map(({ theme }) => names.get(theme) ?? '?'),
        note: bare(library.notes.find(({ about }) => about.id === id)?.text),
      }))
      .map((card) => ({ ...card, themes: [...card.themes].sort() }))
      .sort(byId),
  }
}

/** The themes of the open project as they ought to stand in the tree: each with the taggings of it and all under it. */
function expectedThemes({ themes, taggings, highlights }: Library, project: string): string[] {
  const lost = new Set(highlights.flatMap((each) => (each.lost === undefined ? [] : [each.id])))
  const total = (id: string): number =>
    taggings.filter(({ theme, highlight }) => theme === id && !lost.has(highlight)).length +
    themes.filter(({ parent }) => parent === id).reduce((sum, under) => sum + total(under.id), 0)
  return themes.filter((theme) => theme.project === project).map(({ id, name }) => `${name} ${total(id)}`)
}

/** The open document, by the library's own memory of it. */
export function openDocument(library: Library): string {
  const last = library.settings.find(({ name }) => name === 'lastProject')?.value ?? library.projects.at(-1)?.id
  const open = library.places.find(({ id }) => id === last)?.document
  if (!open) throw new Error('The library was expected to remember the open document.')
  return open
}

/** Waits until the screen shows what the library holds of the open document, no more and no less; gives both. */
export async function settled(page: Page): Promise<{ library: Library; shown: Shown }> {
  let found: { readonly library: Library; readonly shown: Shown } | undefined
  await expect(async () => {
    const [library, now] = [await readLibrary(page), await shown(page)]
    const open = openDocument(library)
    const { marks, cards } = expected(library, open)
    expect(now.marks).toEqual(marks)
    const drawn = new Set(now.cards.map(({ id }) => id))
    expect(now.cards.map((card) => ({ ...card, note: bare(card.note) }))).toEqual(
      cards.filter(({ id }) => drawn.has(id)),
    )
    expect(drawn.size).toBeGreaterThanOrEqual(Math.min(cards.length, 4))
    const themes = expectedThemes(library, library.documents.find(({ id }) => id === open)?.project ?? '')
    expect(themes).toEqual(expect.arrayContaining([...now.themes]))
    expect(now.themes.length).toBeGreaterThanOrEqual(Math.min(themes.length, 4))
    found = { library, shown: now }
  }).toPass({ timeout: 10_000, intervals: [20, 50, 100, 250] })
  if (!found) throw new Error('The screen was expected to have been read.')
  return found
}
