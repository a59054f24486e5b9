import { proxy } from 'comlink'
import type { Exported, ExportOptions, ProjectSnapshot } from '#shared/exporters/exporter'
import type { ExportPreview } from '#shared/exporters/preview'
import type { Scope } from '#shared/exporters/scope'
import type { Jobs } from '#shared/jobs'
import type { Result } from '#shared/result'
import { brokenDown, type StartedWorker, startWorker } from './jobs'

/** What is to be written. */
export interface ToWrite {
  /** The exporter's id. */
  readonly format: string
  readonly snapshot: ProjectSnapshot
  readonly scope: Scope
  readonly options: Omit<ExportOptions, 'onProgress' | 'onReplaced'>
}

/** The writing of files, one order at a time, in a worker of its own: it can be ended at any moment. */
export interface Writing {
  /** Writes files. `onProgress` is told how far it is, 0 to 1. null when the writing was ended. */
  write(what: ToWrite, onProgress?: (done: number) => void): Promise<Result<Exported> | null>
  /** Shows how the files begin. null when that was ended. */
  preview(what: ToWrite): Promise<Result<ExportPreview> | null>
  /** Ends what is being written, and the worker with all that it holds. */
  end(): void
}

/** The worker is started with the first order, and again after it was ended or broke down. */
export function createWriting(name: string): Writing {
  let started: StartedWorker | null = null
  let giveUp: ((problem: Result<never> | null) => void) | null = null
  const stop = (problem: Result<never> | null): void => {
    started?.worker.terminate()
    started = null
    giveUp?.(problem)
    giveUp = null
  }
  async function ordered<T>(format: string, work: (jobs: Jobs) => Promise<Result<T>>): Promise<Result<T> | null> {
    started ??= startWorker(name)
    const { jobs, worker } = started
    const givenUp = new Promise<Result<never> | null>((done) => {
      giveUp = done
    })
    worker.onerror = (event) => stop(brokenDown(format, event))
    return Promise.race([work(jobs), givenUp])
  }
  return {
    write: ({ format, snapshot, scope, options }, onProgress) =>
      ordered(format, (jobs) => jobs.exportProject(format, snapshot, scope, options, onProgress && proxy(onProgress))),
    preview: ({ format, snapshot, scope, options }) =>
      ordered(format, (jobs) => jobs.previewExport(format, snapshot, scope, options)),
    end: () => stop(null),
  }
}
