import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
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

/** What the window is told to do when a file comes in while the session is like this. */
async function bringIn(session: (first: string) => Partial<Session>): Promise<SessionAct['type'][]> {
  const { store, project, coder, first } = await trialLibrary()
  const acts: SessionAct[] = []
  const desk = {
    store,
    dispatch: (act: SessionAct) => acts.push(act),
    session: () => ({ ...NO_SESSION, project: project.id, document: first.id, ...session(first.id) }),
    open: () => ({ project, coders: [coder], documents: [first] }),
  } as unknown as Desk
  const file = { name: '河渠书.txt', size: 40, open: async () => ({ name: '河渠书.txt', bytes: new Uint8Array(40) }) }
  await createImporting(
    desk,
    (work) => work(),
    READING,
    async () => new Map(),
  ).bringIn([{ file, options: {} }])
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
