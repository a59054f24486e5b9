import { proxy, transfer } from 'comlink'
import type { OpenedFile } from '#shared/bridge'
import type { ReadOptions } from '#shared/importers/importer'
import type { KeptReading } from '#shared/importers/read-to-keep'
import type { Result } from '#shared/result'
import { brokenDown, type StartedWorker, startWorker } from './jobs'

/** Files smaller than this, in bytes, are read before their progress could be seen. */
const LONG = 256 * 1024

/** The reading of files, one at a time, in a worker of its own: it can be ended in the middle of a file. */
export interface Reading {
  /**
   * Reads a file, whose bytes are handed over to the worker. `onProgress` is told how far a long one is, 0 to 1.
   * null when the reading was ended.
   */
  read(file: OpenedFile, options: ReadOptions, onProgress: (done: number) => void): Promise<Result<KeptReading> | null>
  /** Ends the reading that is under way, with its worker. */
  end(): void
}

/** The worker is started with the first file, and again after it was ended or broke down. */
export function createReading(): Reading {
  let started: StartedWorker | null = null
  let giveUp: ((answer: Result<KeptReading> | null) => void) | null = null
  const stop = (answer: Result<KeptReading> | null): void => {
    started?.worker.terminate()
    started = null
    giveUp?.(answer)
  }
  return {
    async read(file, options, onProgress) {
      started ??= startWorker('reading')
      const { jobs, worker } = started
      const givenUp = new Promise<Result<KeptReading> | null>((done) => {
        giveUp = done
      })
      worker.onerror = (event) => stop(brokenDown(file.name, event))
      const told = file.bytes.length < LONG ? undefined : proxy(onProgress)
      const handed = transfer({ ...file }, [file.bytes.buffer])
      return Promise.race([jobs.readToKeep(handed, options, told), givenUp])
    },
    end: () => stop(null),
  }
}
