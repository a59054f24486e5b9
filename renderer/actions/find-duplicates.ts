import type { SourceDocument } from '#shared/model/document'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import { type Compared, comparedText } from '#shared/queries/duplicates'
import { startWorker } from '../worker/jobs'
import { type Desk, unwrap } from './desk'
import type { DuplicatesFound } from './import-outcome'

/** Texts of about so many UTF-16 units are read at a time, so that the window is free between two reads. */
const AT_ONCE = 100_000
/** Texts of so many UTF-16 units are compared, those that came in last; more would not fit in a window's memory. */
const MOST = 60_000_000

/** The last documents whose texts have no more than `MOST` units together, in library order. */
function comparable(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  let left = MOST
  const first = documents.findLastIndex(({ length }) => {
    left -= length
    return left < 0
  })
  return documents.slice(first + 1)
}

/**
 * Which of the `asked` documents of a project are the same as an earlier one, or nearly; a worker of its own compares. In
 * a very large project only those that came in last are compared.
 */
export async function findDuplicates(
  { store }: Pick<Desk, 'store'>,
  project: ProjectId,
  asked: readonly DocumentId[],
): Promise<DuplicatesFound> {
  if (asked.length === 0) return new Map()
  const documents = comparable(await store.read.documents(project))
  const texts: Compared[] = []
  while (texts.length < documents.length) {
    const from = texts.length
    let [to, units] = [from, 0]
    while (to < documents.length && units < AT_ONCE) units += documents[to++]?.length ?? 0
    const some = documents.slice(from, to)
    const contents = await store.read.contents(some.map(({ content }) => content))
    for (const [at, { id }] of some.entries()) texts.push({ id, text: comparedText(contents[at]?.blocks ?? []) })
  }
  const { jobs, worker } = startWorker('duplicates')
  try {
    const found = unwrap(await jobs.findDuplicates(texts, asked))
    return new Map(found.map((each) => [each.document, each]))
  } finally {
    worker.terminate()
  }
}
