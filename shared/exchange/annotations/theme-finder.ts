import type { Id } from '../../model/ids'
import { byOrder, PIGMENTS, type Pigment, type Theme, themePathName } from '../../model/theme'
import type { ExchangeOptions } from '../incoming'
import { themeName } from '../refi/read-codes'
import { idFor } from '../renaming'

/** What parts the names in a theme's path. */
const STOP = ' / '

/**
 * Finds the themes that another program names in the project, and makes those that it does not have. A theme is found
 * by its id, then by its path, then, where it is named without one, by its name when only one theme is called so.
 */
export class ThemeFinder {
  private readonly byId = new Map<Id, Theme>()
  private readonly byPath = new Map<string, Theme>()
  private readonly byName = new Map<string, Theme | null>()
  private readonly created: Theme[] = []
  private readonly expected = new Map<string, Id>()
  private readonly orders = new Map<Id | null, number>()

  constructor(
    private readonly options: ExchangeOptions,
    private readonly idOf: (iri: string) => Id,
  ) {
    const { themes } = options.into
    for (const theme of themes) this.byId.set(theme.id, theme)
    for (const theme of themes.toSorted(byOrder)) this.keep(theme, themePathName(theme, this.byId))
  }

  private keep(theme: Theme, path: string): void {
    if (!this.byPath.has(path)) this.byPath.set(path, theme)
    this.byName.set(theme.name, this.byName.has(theme.name) ? null : theme)
    this.orders.set(theme.parent, Math.max(this.orders.get(theme.parent) ?? 0, theme.order + 1))
  }

  /** Says which IRI a path has, so that a theme that is made on the way to another one gets its own id. */
  expect(path: readonly string[], iri: string): void {
    const place = path.map(themeName).join(STOP)
    if (!this.expected.has(place)) this.expected.set(place, this.idOf(iri))
  }

  /** The theme with this IRI, of the project or made before. */
  known(iri: string): Theme | undefined {
    const id = this.idOf(iri)
    return this.byId.get(id) ?? this.byId.get(idFor(this.options.into.project.id, id))
  }

  /** The theme of this path, or with this IRI; undefined when no name is left of the last one. */
  find(path: readonly string[], iri?: string): Theme | undefined {
    const own = iri === undefined ? undefined : this.idOf(iri)
    const known = iri === undefined ? undefined : this.known(iri)
    if (known) return known
    const names = path.map(themeName).filter((name) => name !== '')
    const found = this.byPath.get(names.join(STOP)) ?? (names.length === 1 && this.byName.get(names[0] ?? ''))
    if (found) return found
    let parent: Theme | undefined
    for (const [at, name] of names.entries()) {
      const place = names.slice(0, at + 1).join(STOP)
      const isLast = at === names.length - 1
      parent = this.byPath.get(place) ?? this.make(name, parent, place, isLast && own ? own : this.expected.get(place))
    }
    return parent
  }

  private make(name: string, parent: Theme | undefined, path: string, own: Id | undefined): Theme {
    const { into, coder, now } = this.options
    const project = into.project.id
    const colour = parent?.colour ?? (PIGMENTS[(into.themes.length + this.created.length) % PIGMENTS.length] as Pigment)
    const theme: Theme = {
      ...{
        id: own !== undefined && !this.byId.has(own) ? own : idFor(project, `theme ${path}`),
        project,
        name,
        parent: parent?.id ?? null,
      },
      order: this.orders.get(parent?.id ?? null) ?? 0,
      ...{ colour, description: '', coder: coder.id, created: now },
    }
    this.created.push(theme)
    this.byId.set(theme.id, theme)
    this.keep(theme, path)
    return theme
  }

  /** The themes that were made, parents before children. */
  made(): readonly Theme[] {
    return this.created
  }
}
