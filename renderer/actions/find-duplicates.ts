import type { SourceDocument } from '#shared/model/document'
import type { ContentId, DocumentId, ProjectId } from '#shared/model/ids'
import { comparedText } from '#shared/queries/duplicates'
import type { Result } from '#shared/result'
import type { Store } from '../store'
import { brokenDown, type StartedWorker, startWorker } from '../worker/jobs'
import { unwrap } from './desk'
import type { DuplicatesFound } from './import-outcome'

/** Texts of about so many UTF-16 units are read at a time, so that the window is free between two reads. */
const AT_ONCE = 100_000

/**
 * Says which of the `asked` documents of a project are the same as an earlier one, or nearly. A worker of its own compares,
 * and lives on: a text is read and handed over the first time it is compared, and never again.
 *
 * What it knows ends with the window and is not kept in the library: a table of fingerprints would have to be carried by
 * archives, merges and undo. With 10,000 documents of 1,300 characters the first comparison of a session came 7 s after
 * the import it is about, and later ones 1.5 s, on two shared cores with seven other jobs; nothing waits for it, and the
 * window's longest frame meanwhile was 107 ms.
 */
export type FindDuplicates = (project: ProjectId, asked: readonly DocumentId[]) => Promise<DuplicatesFound>

export function createFindDuplicates(
  store: Store,
  start: () => StartedWorker = () => startWorker('duplicates'),
): FindDuplicates {
  let started: StartedWorker | null = null
  let givenUp: Promise<Result<never>> = new Promise(() => {})
  let known = new Set<ContentId>()
  let last: Promise<unknown> = Promise.resolve()

  /** The worker; a new one, which knows no text, after one that broke down. */
  const jobs = (): StartedWorker['jobs'] => {
    if (!started) {
      const fresh = start()
      givenUp = new Promise((done) => {
        fresh.worker.onerror = (event) => {
          fresh.worker.terminate()
          if (started === fresh) started = null
          done(brokenDown('duplicates', event))
        }
      })
      started = fresh
      known = new Set()
    }
    return started.jobs
  }

  async function handOver(documents: readonly SourceDocument[]): Promise<void> {
    const fresh = documents.filter(({ content }) => !known.has(content))
    for (let from = 0; from < fresh.length; ) {
      let [to, units] = [from, 0]
      while (to < fresh.length && units < AT_ONCE) units += fresh[to++]?.length ?? 0
      const contents = await store.read.contents(fresh.slice(from, to).map(({ content }) => content))
      const texts = contents.flatMap((each) => (each ? [{ content: each.id, text: comparedText(each.blocks) }] : []))
      unwrap(await Promise.race([jobs().addTexts(texts), givenUp]))
      for (const { content } of texts) known.add(content)
      from = to
    }
  }

  return (project, asked) => {
    const work = async (): Promise<DuplicatesFound> => {
      if (asked.length === 0) return new Map()
      jobs()
      const documents = await store.read.documents(project)
      await handOver(documents)
      const shown = documents.map(({ id, content }) => ({ id, content }))
      const found = unwrap(await Promise.race([jobs().findDuplicates(shown, asked), givenUp]))
      return new Map(found.map((each) => [each.document, each]))
    }
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}
