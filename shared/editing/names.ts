import { ProblemError } from '../result'

/**
 * A name as it is kept: without white space at its ends; line ends and longer white space inside it are one space.
 * Throws a ProblemError when nothing is left.
 */
export function cleanName(name: string): string {
  const clean = name.trim().replace(/\s{2,}|[\t\n\r]/gu, ' ')
  if (clean === '') throw new ProblemError({ key: 'changes.problems.nameEmpty' })
  return clean
}
