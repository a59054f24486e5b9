import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { ROOMS, ROOT } from './layers'

/** A module of more lines than this is two concepts (30-150 is usual, 250 wants a reason). */
const MOST_LINES = 400

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : sources(path)
    return /\.(ts|tsx|mjs|cjs|css)$/.test(entry.name) ? [path] : []
  })

test('no module is longer than one concept needs', () => {
  const files = ROOMS.flatMap((room) => sources(join(ROOT, room)))
  expect(files.length).toBeGreaterThan(50)
  const said = files.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n').length - 1
    return lines > MOST_LINES
      ? [
          `${relative(ROOT, path)} has ${lines} lines, ${MOST_LINES} are allowed: find its second concept and give it a module.`,
        ]
      : []
  })
  expect(said).toEqual([])
})
