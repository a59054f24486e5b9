import { ProblemError, type Result, success } from './result'

/** The answer of `work`, or the problem it ended in: nothing is thrown across. `what` names the work in a problem nobody foresaw. */
export async function answer<T>(what: string, work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return success(await work())
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem }
    return { ok: false, problem: { key: 'app.jobFailed', params: { what, detail: String(error) } } }
  }
}
