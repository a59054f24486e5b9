import { proxy } from 'comlink'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '#shared/exporters/exporter'
import { failure, type Result } from '#shared/result'
import { type StartedWorker, startWorker } from './jobs'

/** What is to be written. */
export interface ToWrite {
  /** The exporter's id. */
  readonly format: string
  readonly snapshot: ProjectSnapshot
  readonly options: Omit<ExportOptions, 'onProgress'>
}

/** The writing of files, one order at a time, in a worker of its own: it can be ended at any moment. */
export interface Writing {
  /** Writes a snapshot. `onProgress` is told how far it is, 0 to 1. null when the writing was ended. */
  write(what: ToWrite, onProgress?: (done: number) => void): Promise<Result<ExportedFile[]> | null>
  /** Ends what is being written, and the worker with all that it holds. */
  end(): void
}

/** The worker is started with the first order, and again after it was ended or broke down. */
export function createWriting(name: string): Writing {
  let started: StartedWorker | null = null
  let giveUp: ((answer: Result<ExportedFile[]> | null) => void) | null = null
  const stop = (answer: Result<ExportedFile[]> | null): void => {
    started?.worker.terminate()
    started = null
    giveUp?.(answer)
    giveUp = null
  }
  return {
    async write({ format, snapshot, options }, onProgress) {
      started ??= startWorker(name)
      const { jobs, worker } = started
      const givenUp = new Promise<Result<ExportedFile[]> | null>((done) => {
        giveUp = done
      })
      worker.onerror = ({ message }) => stop(failure('app.jobFailed', { what: format, detail: message }))
      const told = onProgress && proxy(onProgress)
      return Promise.race([jobs.exportProject(format, snapshot, options, told), givenUp])
    },
    end: () => stop(null),
  }
}
