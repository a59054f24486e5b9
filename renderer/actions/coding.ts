import { nameInVivo } from '#shared/editing/in-vivo'
import { ProblemError } from '#shared/result'
import type { Box } from '../app/session'
import { lastGiven } from '../highlights/last-given'
import { type Desk, openProject } from './desk'
import { giveThemes, makeAndChoose } from './marking'
import { settle } from './settle'

type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

/** What gives themes to a passage without asking for them. */
export function codingActions(desk: Desk, queued: Queue) {
  return {
    /** Gives all the themes of the passage that was chosen or tagged last. */
    tagSame: (box: Box) =>
      queued(async () => {
        const { project, themesById } = openProject(desk)
        const rows = desk.text()?.marked.get().rows ?? []
        const given = lastGiven(rows, desk.session().chosen, box.kind === 'highlight' ? box.id : null)
        const ids = given.length > 0 ? given : (await desk.store.places.lastThemes(project.id)).slice(0, 1)
        const themes = ids.flatMap((id) => themesById.get(id) ?? []).filter(({ archived }) => archived === undefined)
        if (themes.length === 0) throw new ProblemError({ key: 'coding.noSame' })
        settle(desk, box, await giveThemes(desk, box, themes))
      }),
    /** Makes a theme named as the words of the passage and gives it to them: one step. */
    tagInVivo: (box: Box) =>
      queued(async () => {
        const open = desk.text()
        if (!open) return
        const { start, end } =
          box.kind === 'range'
            ? box.range
            : ((await desk.store.read.highlight(box.id))?.passage ?? { start: 0, end: 0 })
        const name = nameInVivo(open.text.slice(start, end))
        if (name === '') throw new ProblemError({ key: 'coding.noWords' })
        settle(desk, box, await makeAndChoose(desk, box, name))
      }),
  }
}
