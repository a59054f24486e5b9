import type en from './en.json'

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Plain<K>}` : Leaves<T[K], `${P}${K}.`>
}[keyof T & string]
/** A key without the plural suffix that i18next adds. */
type Plain<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K

/** A key of the message catalogue, such as `changes.tagged`. */
export type MessageKey = Leaves<typeof en>
/** What a message is filled with; `count` chooses the plural. */
export type MessageParams = Readonly<Record<string, string | number>>
