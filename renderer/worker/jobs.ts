import { wrap } from 'comlink'
import type { Jobs } from '#shared/jobs'

/** Starts the worker that reads, writes and locates off the window's thread. */
export function startJobs(): Jobs {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'jobs' })
  return wrap<Jobs>(worker)
}
