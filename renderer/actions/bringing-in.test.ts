import { expect, test } from 'vitest'
import { ProblemError } from '#shared/result'
import { NO_SESSION, type Session, type SessionAct } from '../app/session'
import { bringingIn } from './bringing-in'
import type { Desk } from './desk'
import type { FileToRead } from './file-to-read'

const project = {
  project: { id: 'p', name: '书', created: 1 },
  coders: [{ id: 'c', project: 'p', name: '我', created: 1 }],
}

/** A desk whose session stays as it is given, as it does until the window has drawn what was dispatched. */
function deskOf(session: Partial<Session>): { readonly desk: Desk; readonly acts: SessionAct[] } {
  const acts: SessionAct[] = []
  const desk = {
    dispatch: (act: SessionAct) => acts.push(act),
    session: () => ({ ...NO_SESSION, project: 'p', ...session }),
    open: () => project,
    bridge: {},
    jobs: {},
    store: {},
  }
  return { desk: desk as unknown as Desk, acts }
}
const book = (opened: string[], chapters?: 'documents'): FileToRead => ({
  name: '河渠书.epub',
  size: 1,
  ...(chapters && { options: { chapters } }),
  open: async () => {
    opened.push('河渠书.epub')
    throw new ProblemError({ key: 'shell.notFound', params: { path: '河渠书.epub' } })
  },
})
const queued = async <T>(work: () => Promise<T>) => work()

test('a book is asked about, and read once it is said what its chapters become, even before the dialog is gone', async () => {
  const opened: string[] = []
  const asking = deskOf({})
  await bringingIn(asking.desk, queued).bringIn([book(opened)])
  expect(opened).toEqual([])
  expect(asking.acts).toMatchObject([{ type: 'openDialog', dialog: { kind: 'askChapters' } }])

  const answering = deskOf({ dialog: { kind: 'askChapters', files: [book(opened)] } })
  await bringingIn(answering.desk, queued).bringIn([book(opened, 'documents')])
  expect(opened).toEqual(['河渠书.epub'])
})

test('files that come while a book is asked about wait with it', async () => {
  const opened: string[] = []
  const { desk, acts } = deskOf({ dialog: { kind: 'askChapters', files: [book(opened)] } })
  await bringingIn(desk, queued).bringIn([{ ...book(opened), name: 'a.txt' }])
  expect(opened).toEqual([])
  expect(acts).toMatchObject([{ type: 'openDialog', dialog: { files: [{ name: '河渠书.epub' }, { name: 'a.txt' }] } }])
})
