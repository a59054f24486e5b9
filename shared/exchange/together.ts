import { isExchange } from './formats'

/** What of a file says which others it is read with. */
interface Named {
  readonly name: string
  /** As of `SourceFile`. */
  readonly folders?: readonly string[]
}

/** Files by what is done with them. */
export interface Sorted<F extends Named> {
  /** Those that hold projects or annotations, each followed by the files that are read with it. */
  readonly exchanged: readonly (readonly [F, ...F[]])[]
  /** All others. */
  readonly documents: readonly F[]
}

const STANDOFF = /\.ann$/i

/** The name of the text that annotations in brat's format stand beside; undefined for a file of another format. */
export const textBeside = (name: string): string | undefined =>
  STANDOFF.test(name) ? name.replace(STANDOFF, '.txt') : undefined

const placeOf = ({ folders = [] }: Named, name: string): string => [...folders, name.toLowerCase()].join('/')

/**
 * Sorts files that came together. Annotations in brat's format (`X.ann`) are read together, with the texts of their names
 * in the same folders (`X.txt`), which are no documents of their own then. `isExchanged` says which
 * of all others hold projects or annotations; without it their names do.
 */
export function sorted<F extends Named>(
  files: readonly F[],
  isExchanged: (file: F) => boolean = ({ name }) => isExchange(name),
): Sorted<F> {
  const standoff = files.filter(({ name }) => STANDOFF.test(name))
  const wanted = new Set(standoff.map((file) => placeOf(file, textBeside(file.name) as string)))
  const texts = files.filter((file) => wanted.has(placeOf(file, file.name)))
  const beside = new Set([...standoff, ...texts])
  const [first, ...others] = standoff
  const alone = files.filter((file) => !beside.has(file))
  return {
    exchanged: [
      ...(first ? [[first, ...others, ...texts] as const] : []),
      ...alone.filter(isExchanged).map((file) => [file] as const),
    ],
    documents: alone.filter((file) => !isExchanged(file)),
  }
}

/** The text that stands beside the annotations in `file`; undefined where it did not come with them. */
export const textOfStandoff = <F extends Named>(file: F, beside: readonly F[]): F | undefined => {
  const place = placeOf(file, textBeside(file.name) ?? '')
  return beside.find((each) => placeOf(each, each.name) === place)
}
