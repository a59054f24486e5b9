import { extname } from 'node:path'

/** Most file systems allow 255 bytes; the rest is left for the number that a second copy gets. */
const LONGEST_BYTES = 200

const forbidden = /[\\/:*?"<>|\p{Cc}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * `name` as a file's name on every system: signs that Windows, macOS or Linux forbid become `-`, leading and trailing
 * dots and spaces go, names reserved on Windows get a `_`, and a long name is cut before its extension.
 */
export function fileName(name: string): string {
  const clean = name.replace(forbidden, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  const allowed = reserved.test(clean) ? `_${clean}` : clean || '_'
  const extension = extname(allowed)
  const stem = [...allowed.slice(0, allowed.length - extension.length)]
  while (Buffer.byteLength(stem.join('') + extension) > LONGEST_BYTES && stem.length > 1) stem.pop()
  return stem.join('') + extension
}

/** `name`, or when `taken` has it `name 2`, `name 3` …, the number standing before the extension. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${stem} ${number}${extension}`
  return free
}
