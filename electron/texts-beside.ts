import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sorted, textBeside } from '#shared/exchange/together'
import type { FileOnDisk } from './files'

/** The files, and for annotations that stand beside a text (`X.ann`) that text (`X.txt`), where it lies with them. */
export async function withTexts(files: readonly FileOnDisk[]): Promise<readonly FileOnDisk[]> {
  const known = new Set(files.map(({ path }) => path))
  const texts: FileOnDisk[] = []
  for (const { path, folders } of files) {
    const name = textBeside(basename(path))
    if (name === undefined) continue
    const place = join(dirname(path), name)
    if (known.has(place)) continue
    const facts = await stat(place).catch(() => undefined)
    if (facts?.isFile()) texts.push({ path: place, folders, size: facts.size })
  }
  return [...files, ...texts]
}

/** Each file in the order in which it was found, with those that are read with it; see `sorted`. */
export function together(files: readonly FileOnDisk[]): readonly (readonly [FileOnDisk, ...FileOnDisk[]])[] {
  const order = new Map(files.map((file, at) => [file.path, at]))
  const named = files.map((file) => ({ ...file, name: basename(file.path) }))
  const { exchanged, documents } = sorted(named)
  const placeOf = ([{ path }]: readonly [FileOnDisk, ...FileOnDisk[]]): number => order.get(path) ?? 0
  return [...exchanged, ...documents.map((file) => [file] as const)].toSorted((a, b) => placeOf(a) - placeOf(b))
}
