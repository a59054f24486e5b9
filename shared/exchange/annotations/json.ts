import type { SourceFile } from '../../importers/importer'
import { ProblemError } from '../../result'

/** An object of a JSON file. */
export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value that may stand alone, in a list, or be absent. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** Words; undefined for anything else. */
export const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Whether an object of JSON-LD is of this type of the Web Annotation vocabulary. */
export const isA = (value: Json, type: string): boolean =>
  listOf(value.type ?? value['@type']).some((each) => typeof each === 'string' && each.replace(/^oa:/, '') === type)

/** The IRI of an object of JSON-LD, or an IRI that stands for one. */
export const iriOf = (value: unknown): string | undefined =>
  isObject(value) ? wordsOf(value.id ?? value['@id']) : wordsOf(value)

const isWhole = (line: string): boolean => /^\s*\{.*\}\s*$/.test(line)

/** JSON Lines: a value on each line, of which there are several; undefined for text that is none. */
function linesOf(text: string): unknown[] | undefined {
  // A file of 100 MB that is one value is not taken apart for that.
  if (!isWhole(text.slice(0, Math.max(0, text.indexOf('\n'))))) return undefined
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 || !lines.every(isWhole)) return undefined
  return lines.map((line): unknown => JSON.parse(line))
}

/** Reads a file of JSON, or of JSON Lines as a list (UTF-8, UTF-16 with a byte order mark). Throws a ProblemError that says where it is broken. */
export function readJson({ name, bytes }: SourceFile): unknown {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(label).decode(bytes)
    return linesOf(text) ?? JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    throw new ProblemError({ key: 'exchange.notJson', params: { name, detail: error.message.slice(0, 200) } })
  }
}

/** What a JSON file says at its beginning, for `recognises`; empty for one that is no JSON. */
export function jsonStart({ bytes }: SourceFile, length = 4096): string {
  const start = new TextDecoder().decode(bytes.subarray(0, length))
  return /^\s*[{[]/.test(start) ? start : ''
}
