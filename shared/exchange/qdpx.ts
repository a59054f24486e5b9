import { zipDirectory } from '../importers/zip-directory'
import { ProblemError } from '../result'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { readProject } from './refi/read-project'

/** Archives of more entries than this are not looked at to find out what they are. */
const LOOKED_AT = 100_000

/**
 * Projects by the REFI-QDA standard (`.qdpx`, or the `.qde` in it alone), of version 1.0 and of its drafts, as programs
 * write them. What the standard does not carry stays as the project has it already.
 */
export const qdpx: ExchangeReader = {
  id: 'qdpx',
  extensions: ['qdpx', 'qde'],
  recognises: ({ name, bytes }) =>
    /\.(?:qdpx|qde)$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b && holdsQde(bytes)),
  read: async (file, options) => keeping('qdpx', await readProject(file, options), options),
}

function holdsQde(bytes: Uint8Array): boolean {
  try {
    return zipDirectory('', bytes, LOOKED_AT).some(({ path }) => /^[^/]*\.qde$/i.test(path))
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}
