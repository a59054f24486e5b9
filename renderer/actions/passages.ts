import { star, weigh } from '#shared/editing/highlight-marks'
import { joinHighlights, splitHighlight, touching } from '#shared/editing/highlight-split'
import { linkPassages, relabelLink, removeLinks, turnLink } from '#shared/editing/links'
import type { Weight } from '#shared/model/highlight'
import type { HighlightId } from '#shared/model/ids'
import type { PassageLink, Relation } from '#shared/model/link'
import { shortcutsWith } from '#shared/shortcuts'
import { shortcutText } from '../app/key-hint'
import { by, commit, type Desk } from './desk'

type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

/** What is done with highlights beside giving them themes: stars, weights, links, splitting and joining. */
export function passageActions(desk: Desk, queued: Queue) {
  const { read } = desk.store
  const joinAll = async (ids: readonly HighlightId[]): Promise<void> => {
    const open = desk.text()
    if (!open) return
    const highlights = (await Promise.all(ids.map((id) => read.highlight(id)))).filter((each) => each !== undefined)
    const { taggings, notes, links } = await read.belongingToHighlights(ids)
    const joined = joinHighlights({ highlights, text: open.text, taggings, notes, links }, by(desk))
    await commit(desk, joined.changes)
    desk.dispatch({ type: 'choose', highlight: joined.highlight.id })
  }
  const splitAt = async (id: HighlightId, at: number): Promise<void> => {
    const open = desk.text()
    const highlight = await read.highlight(id)
    if (!open || !highlight) return
    const { taggings } = await read.belongingToHighlights([id])
    await commit(desk, splitHighlight({ highlight, at, text: open.text, taggings }, by(desk)).changes)
  }
  return {
    star: (id: HighlightId, on: boolean) =>
      queued(async () => {
        const highlight = await read.highlight(id)
        if (highlight) await commit(desk, star({ highlights: [highlight], star: on }))
      }),
    weigh: (id: HighlightId, weight: Weight | null) =>
      queued(async () => {
        const highlight = await read.highlight(id)
        if (highlight) await commit(desk, weigh({ highlights: [highlight], weight }))
      }),
    /** Makes two highlights of one, at the caret. */
    splitAtCaret: (id: HighlightId) =>
      queued(async () => {
        const at = desk.reader()?.caret()
        if (at !== undefined) await splitAt(id, at)
      }),
    /** Makes one highlight of this one and all that touch or overlap it. */
    joinTouching: (id: HighlightId) =>
      queued(async () => {
        const open = desk.text()
        const highlight = await read.highlight(id)
        if (!open || !highlight) return
        const all = open.marked.get().rows.map((row) => row.highlight)
        await joinAll(touching(highlight, all, open.text).map((each) => each.id))
      }),
    /** Remembers the first of two passages to be linked; asks for the relation when the second is named. */
    linkHere: (id: HighlightId) =>
      queued(async () => {
        const { linking } = desk.session()
        if (linking !== null && linking !== id && (await read.highlight(linking))) {
          return desk.dispatch({ type: 'openDialog', dialog: { kind: 'link', from: linking, to: id } })
        }
        const key = shortcutsWith(await desk.store.places.shortcutChanges()).get('passage.link')
        const keys = key === undefined ? desk.translate()('commands.link') : shortcutText(key)
        desk.dispatch({ type: 'linkFrom', highlight: id })
        const said = { key: 'coding.linking', params: { keys } } as const
        desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
      }),
    link: (from: HighlightId, to: HighlightId, relation: Relation) =>
      queued(async () => {
        const [one, other] = await Promise.all([read.highlight(from), read.highlight(to)])
        if (!one || !other) return
        const links = await read.linksOf(from)
        await commit(desk, linkPassages({ from: one, to: other, relation, links }, by(desk)).changes)
        desk.dispatch({ type: 'linkFrom', highlight: null })
      }),
    relabelLink: (link: PassageLink, relation: Relation) => queued(() => commit(desk, relabelLink({ link, relation }))),
    turnLink: (link: PassageLink) => queued(() => commit(desk, turnLink(link))),
    removeLink: (link: PassageLink) => queued(() => commit(desk, removeLinks([link]))),
  }
}
