import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { KeptReading } from '#shared/importers/read-to-keep'
import { NO_SESSION, type Session, type SessionAct } from '../app/session'
import { TRIAL_TEXT, trialLibrary } from '../store/trial-library'
import type { Reading } from '../worker/reading'
import type { Desk } from './desk'
import { createImporting } from './importing'

/** A reading of a text that has something to be told about. */
const READING: Reading = {
  read: async ({ name, bytes }) => ({
    ok: true,
    value: {
      documents: [
        {
          file: { name, bytes },
          read: {
            title: name,
            metadata: {},
            language: 'zh-Hant',
            format: 'text',
            blocks: [{ kind: 'paragraph', text: TRIAL_TEXT }],
            remarks: [{ key: 'importers.emptyText', params: { name } }],
          },
        },
      ],
      failed: [],
    } as unknown as KeptReading,
  }),
  end: () => {},
}

const FILE = { name: '河渠书.txt', size: 40, open: async () => ({ name: '河渠书.txt', bytes: new Uint8Array(40) }) }

/** The bringing in of files over a reading, in a library with one document, and what the window is told to do. */
async function importing(reading: Reading, session: (first: string) => Partial<Session> = () => ({})) {
  const { store, project, coder, first } = await trialLibrary()
  const acts: SessionAct[] = []
  const desk = {
    store,
    dispatch: (act: SessionAct) => acts.push(act),
    session: () => ({ ...NO_SESSION, project: project.id, document: first.id, ...session(first.id) }),
    open: () => ({ project, coders: [coder], documents: [first] }),
  } as unknown as Desk
  const bringing = createImporting(
    desk,
    (work) => work(),
    reading,
    async () => new Map(),
  )
  return { bringing, acts }
}

/** What the window is told to do when a file comes in while the session is like this. */
async function bringIn(session: (first: string) => Partial<Session>): Promise<SessionAct['type'][]> {
  const { bringing, acts } = await importing(READING, session)
  await bringing.bringIn([{ file: FILE, options: {} }])
  return acts.map(({ type }) => type)
}

test('the first document that comes in takes the place of the one that is open', async () => {
  expect(await bringIn(() => ({}))).toEqual(['openDocument', 'openDialog', 'say'])
})

test('no document or report comes before a note that is being written, a box at a passage or a correction', async () => {
  expect(await bringIn(() => ({ writing: 'h' }))).toEqual(['say'])
  expect(await bringIn(() => ({ box: { kind: 'range', range: { start: 0, end: 4 } } }))).toEqual(['say'])
  expect(await bringIn(() => ({ correcting: 'left' }))).toEqual(['say'])
})

test('what a worker told before it was ended, and is heard after that, does not begin the reading again', async () => {
  let tell: ((done: number) => void) | undefined
  let begun: (() => void) | undefined
  let giveUp: (() => void) | undefined
  const started = new Promise<void>((done) => {
    begun = done
  })
  const { bringing } = await importing({
    read: (_file, _options, onProgress) => {
      tell = onProgress
      begun?.()
      return new Promise((done) => {
        giveUp = () => done(null)
      })
    },
    end: () => giveUp?.(),
  })
  const ended = bringing.bringIn([{ file: FILE, options: {} }])
  await started
  vi.spyOn(performance, 'now').mockReturnValue(Number.MAX_SAFE_INTEGER)
  tell?.(0.4)
  expect(bringing.get()).toMatchObject({ state: 'reading', name: FILE.name })
  bringing.stop()
  await ended
  expect(bringing.get()).toMatchObject({ state: 'stopped', done: 0, all: 1 })
  vi.spyOn(performance, 'now').mockReturnValue(Number.POSITIVE_INFINITY)
  tell?.(0.5)
  expect(bringing.get()).toMatchObject({ state: 'stopped', done: 0, all: 1 })
  vi.restoreAllMocks()
})
