import { stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
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
  return parted([...files, ...texts])
}

/**
 * The files, where annotations of one name lie in several places of the disk (`1/X.ann`, `2/X.ann`) each with its text under
 * the folders that tell these apart: they are known by folders and name.
 */
function parted(files: readonly FileOnDisk[]): readonly FileOnDisk[] {
  const keyOf = ({ path, folders }: FileOnDisk): string =>
    [
      ...folders,
      basename(path)
        .replace(/\.[^.]*$/, '')
        .toLowerCase(),
    ].join('/')
  const places = new Map<string, Set<string>>()
  for (const file of files) {
    if (textBeside(basename(file.path)) === undefined) continue
    const key = keyOf(file)
    places.set(key, (places.get(key) ?? new Set()).add(dirname(file.path)))
  }
  return files.map((file) => {
    const own = [...(places.get(keyOf(file)) ?? [])].map((place) => place.split(sep))
    const shared = own[0]?.findIndex((part, at) => own.some((place) => place[at] !== part)) ?? -1
    if (own.length < 2 || !/\.(?:ann|txt)$/i.test(file.path)) return file
    const from = shared === -1 ? (own[0]?.length ?? 0) : shared
    return { ...file, folders: [...file.folders, ...dirname(file.path).split(sep).slice(from)] }
  })
}

/** Each file in the order in which it was found, with those that are read with it; see `sorted`. */
export function together(files: readonly FileOnDisk[]): readonly (readonly [FileOnDisk, ...FileOnDisk[]])[] {
  const order = new Map(files.map((file, at) => [file.path, at]))
  const named = files.map((file) => ({ ...file, name: basename(file.path) }))
  const { exchanged, documents } = sorted(named)
  const placeOf = ([{ path }]: readonly [FileOnDisk, ...FileOnDisk[]]): number => order.get(path) ?? 0
  return [...exchanged, ...documents.map((file) => [file] as const)].toSorted((a, b) => placeOf(a) - placeOf(b))
}
