import { wrap } from 'comlink'
import type { Jobs } from '#shared/jobs'
import { failure, type Result } from '#shared/result'

/** A worker that was started, and what may be asked of it. */
export interface StartedWorker {
  readonly jobs: Jobs
  readonly worker: Worker
}

/** What is said of work that ended because its worker broke down; without a message it could not even be loaded. */
export const brokenDown = (what: string, { message }: Pick<ErrorEvent, 'message'>): Result<never> =>
  message ? failure('app.jobFailed', { what, detail: message }) : failure('app.jobNotLoaded', { what })

/** Starts a worker that reads, writes and locates off the window's thread. */
export function startWorker(name: string): StartedWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })
  return { jobs: wrap<Jobs>(worker), worker }
}

/** Starts the worker that works for as long as the window is open. */
export const startJobs = (): Jobs => startWorker('jobs').jobs
