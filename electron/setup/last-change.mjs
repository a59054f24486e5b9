// @ts-check
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * When something in `path` was last changed, made or removed, in milliseconds since 1970.
 * @param {string} path
 * @returns {number}
 */
export function lastChange(path) {
  const facts = statSync(path)
  if (!facts.isDirectory()) return facts.mtimeMs
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))))
}
