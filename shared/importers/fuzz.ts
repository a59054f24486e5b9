import { unzipSync, zipSync } from 'fflate'
import { concatenated } from '../concatenated'
import type { SourceFile } from './importer'

/** Numbers from 0 up to 1, always the same for one seed (mulberry32). */
export type Chance = () => number

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const below = (chance: Chance, count: number): number => Math.floor(chance() * count)
const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[below(chance, all.length)] as T

/** What breaks readers of texts, of markup, of tables, of archives and of numbers. */
const PIECES: readonly string[] = [
  ...[
    '\0',
    '\ufeff',
    '\ud800',
    '\uffff',
    '\u202e',
    '\u0085',
    '\u2028',
    '𠮷',
    '😃',
    '\r',
    '\n\n',
    '\t',
    '"',
    "'",
    ',',
    ';',
  ],
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&#x110000;',
    '&#0;',
    '&lol;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '?>',
    '/>',
    '</',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY lol "lol">]>',
    '<script>',
    '</script>',
    '<svg onload=a>',
    'javascript:',
    '<p>',
    '</p>',
    '<div>',
  ],
  ...['{', '}', '\\', "\\'", '\\u-1?', '\\bin99999 ', '\\*', '[', ']', '(', ')', '```', '---\n', '# ', '> ', '* ', '|'],
  ...[
    '-1',
    '0',
    '4294967296',
    '99999999999999999999',
    '1e999',
    'NaN',
    '../',
    '%00',
    'A1048577',
    '00:00:00,000 --> ',
    'WEBVTT\n',
  ],
  ...[
    'PK\x03\x04',
    'endobj',
    'stream\n',
    '/Length 99999',
    '/Kids',
    '<w:p>',
    '</w:p>',
    '<text:p>',
    'r:id="',
    'xml:space',
  ],
]
const ODD_BYTES = [0x00, 0xff, 0x7f, 0x80, 0x01, 0xfe, 0x0a, 0x22, 0x3c, 0x7b]

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A stretch of the bytes: its place, and how long it is, mostly short. */
function stretch(chance: Chance, bytes: Uint8Array): [number, number] {
  const from = below(chance, bytes.length + 1)
  const longest = chance() < 0.8 ? 40 : bytes.length
  return [from, Math.min(bytes.length, from + below(chance, longest) + 1)]
}

type Mutation = (chance: Chance, bytes: Uint8Array, other: Uint8Array) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  (chance, bytes) => {
    const changed = bytes.slice()
    for (let n = below(chance, 8); n >= 0 && changed.length > 0; n--) {
      const at = below(chance, changed.length)
      changed[at] = (changed[at] as number) ^ (1 << below(chance, 8))
    }
    return changed
  },
  (chance, bytes) => {
    const changed = bytes.slice()
    for (let n = below(chance, 8); n >= 0 && changed.length > 0; n--) {
      changed[below(chance, changed.length)] = oneOf(chance, ODD_BYTES)
    }
    return changed
  },
  (chance, bytes) => bytes.slice(0, below(chance, bytes.length + 1)),
  (chance, bytes) => {
    const [from, to] = stretch(chance, bytes)
    return concatenated([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (chance, bytes) => {
    const [from, to] = stretch(chance, bytes)
    const again = Array.from({ length: 1 + below(chance, chance() < 0.9 ? 4 : 200) }, () => bytes.subarray(from, to))
    return concatenated([bytes.subarray(0, to), ...again, bytes.subarray(to)])
  },
  (chance, bytes) => {
    const at = below(chance, bytes.length + 1)
    const pieces = Array.from({ length: 1 + below(chance, 3) }, () => encode(oneOf(chance, PIECES)))
    return concatenated([bytes.subarray(0, at), ...pieces, bytes.subarray(at)])
  },
  (chance, bytes, other) => {
    const [from, to] = stretch(chance, bytes)
    const [start, end] = stretch(chance, other)
    return concatenated([bytes.subarray(0, from), other.subarray(start, end), bytes.subarray(to)])
  },
  (chance, bytes) => {
    const at = below(chance, bytes.length + 1)
    const noise = Uint8Array.from({ length: 1 + below(chance, 64) }, () => below(chance, 256))
    return concatenated([bytes.subarray(0, at), noise, bytes.subarray(at)])
  },
]

function mutated(chance: Chance, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let changed = bytes
  for (let n = below(chance, 3); n >= 0; n--) changed = oneOf(chance, MUTATIONS)(chance, changed, other)
  return changed
}

/**
 * The archive with one of its files mutated, taken out, or put in the place of another, and packed again: so the
 * change is behind the checksum, where the parts of a document are read.
 */
function mutatedInside(chance: Chance, archive: Uint8Array, other: Uint8Array): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(archive)
  const paths = Object.keys(files)
  const path = oneOf(chance, paths)
  const [kept = new Uint8Array(), another = kept] = [files[path], files[oneOf(chance, paths)]]
  const choice = chance()
  if (choice < 0.06) delete files[path]
  else if (choice < 0.12) files[path] = another
  else if (choice < 0.16)
    files[oneOf(chance, ['', ' ', '../x', 'word/x.xml', 'xl/worksheets/x.xml', 'a/b/c.zip'])] = kept
  else files[path] = mutated(chance, kept, chance() < 0.7 ? another : other)
  return zipSync(files, { level: 0 })
}

const isArchive = ({ bytes }: SourceFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

/** The mutated file with this number: always the same for one seed and one list of files. */
export function fuzzedFile(files: readonly SourceFile[], seed: number, number: number): SourceFile {
  const chance = chanceFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const file = oneOf(chance, files)
  const other = oneOf(chance, files).bytes
  const inside = isArchive(file) && chance() < 0.8
  const bytes = inside ? mutatedInside(chance, file.bytes, other) : mutated(chance, file.bytes, other)
  const name = chance() < 0.95 ? file.name : oneOf(chance, files).name
  return { name, bytes }
}
