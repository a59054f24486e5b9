import { ProblemError } from '../../result'
import type { Remarks } from '../remarks'

/** What `read` gives; when the part it reads is damaged, a remark says so and nothing is given. */
export function unlessDamaged<T>(remarks: Remarks, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.key !== 'import.partDamaged') throw error
    remarks.add({ key: 'import.partLeftOut', params: { path: String(error.problem.params?.path) } })
    return undefined
  }
}
