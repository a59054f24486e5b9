import type { DocumentId, ProjectId } from '#shared/model/ids'
import { type Compared, comparedText } from '#shared/queries/duplicates'
import { startWorker } from '../worker/jobs'
import { type Desk, unwrap } from './desk'
import type { DuplicatesFound } from './import-outcome'

/** So many texts are read at a time, so that the window is free between two reads. */
const AT_ONCE = 100

/** Which of the `asked` documents of a project are the same as an earlier one, or nearly; a worker of its own compares. */
export async function findDuplicates(
  { store }: Pick<Desk, 'store'>,
  project: ProjectId,
  asked: readonly DocumentId[],
): Promise<DuplicatesFound> {
  if (asked.length === 0) return new Map()
  const documents = await store.read.documents(project)
  const texts: Compared[] = []
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.slice(from, from + AT_ONCE)
    const contents = await store.read.contents(some.map(({ content }) => content))
    for (const [at, { id }] of some.entries()) {
      const content = contents[at]
      if (content) texts.push({ id, text: comparedText(content.blocks) })
    }
  }
  const { jobs, worker } = startWorker('duplicates')
  try {
    const found = unwrap(await jobs.findDuplicates(texts, asked))
    return new Map(found.map((each) => [each.document, each]))
  } finally {
    worker.terminate()
  }
}
