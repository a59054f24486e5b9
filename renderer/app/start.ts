import type { Jobs } from '#shared/jobs'
import { type Language, translator } from '#shared/messages/index'
import type { ChangeSet } from '#shared/model/changes'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import { SAMPLE_FILES, sampleProject } from '#shared/sample/sample'
import { unwrap } from '../actions/desk'
import type { Store } from '../store'
import { type Begun, panesBesideTwo } from './side-by-side'

/** The project and the pages that a window begins with. */
export interface Begin extends Begun {
  readonly project: ProjectId
}

/**
 * Where the window begins: the project and the documents that were open last. A library without a project gets the
 * sample project.
 */
export async function whereToBegin(store: Store, jobs: Jobs, language: Language): Promise<Begin> {
  const inUse = (await store.read.projects()).filter(({ putAway }) => putAway === undefined)
  const last = await store.places.lastProject()
  const found = inUse.find(({ id }) => id === last) ?? inUse.at(-1)
  const project = found?.id ?? (await makeSample(store, jobs, language))
  return { project, ...(await pagesOf(store, project)) }
}

/** The documents that were on the pages of a project when it was left, as far as they are still there. */
export async function pagesOf(store: Store, project: ProjectId): Promise<Begun> {
  const there = async (wanted: DocumentId | undefined): Promise<DocumentId | null> => {
    const found = wanted === undefined ? undefined : await store.read.document(wanted)
    return found?.project === project ? found.id : null
  }
  const last = await there(await store.places.lastDocument(project))
  const document = last ?? (await store.read.firstDocument(project))?.id ?? null
  const second = await store.places.secondPage(project)
  const beside = document === null ? null : await there(second?.document)
  return { document, beside, panesBeside: panesBesideTwo(window.innerWidth) }
}

async function makeSample(store: Store, jobs: Jobs, language: Language): Promise<ProjectId> {
  const t = translator(language)
  const files = await Promise.all(
    SAMPLE_FILES.map(async (file) => {
      const { documents } = unwrap(await jobs.readFile(file, {}))
      return documents.map((read) => ({ file, read }))
    }),
  )
  const { changes, contents, originals } = sampleProject(Date.now(), files.flat(), {
    project: t('sample.project'),
    coder: t('app.me'),
  })
  await store.write(changes, { contents, originals })
  return projectOf(changes)
}

function projectOf({ created }: ChangeSet): ProjectId {
  const made = created.projects?.[0]
  if (!made) throw new Error('The sample project was expected to make a project.')
  return made.id
}
