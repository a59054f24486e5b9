import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import { chanceFrom } from './fuzz'
import type { SourceFile } from './importer'
import { IMPORTERS, readFile } from './index'
import { packed, zipOfPacked } from './packed-zip'
import { readingFaults } from './reading-faults'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url))
/** Golden fixtures of all formats; a file that is opened as an archive can be rebuilt with other parts. */
const files: readonly SourceFile[] = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.expected.json') && !entry.parentPath.includes('made-from'),
  )
  .map((entry) => ({ name: entry.name, bytes: Uint8Array.from(readFileSync(`${entry.parentPath}/${entry.name}`)) }))
const isArchive = ({ bytes }: SourceFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
const archives = files.filter(isArchive)
const names = IMPORTERS.flatMap(({ extensions }) => extensions.map((extension) => `x.${extension}`))

/** How reading ends: `read`, the key of a problem, or that nothing in an archive could be read. Anything else is an error, and fails the test. */
async function endOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const reading = await readFile({ name, bytes }, {})
    expect(readingFaults(reading)).toEqual([])
    return reading.documents.length > 0 ? 'read' : 'nothing in it was read'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw new Error(`${name} ended in an error`, { cause: error })
  }
}

/** The text of everything that was read; empty when it was refused. */
async function wordsOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { documents } = await readFile({ name, bytes }, {})
    return documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')
  } catch (error) {
    if (error instanceof ProblemError) return ''
    throw error
  }
}

/** The archive with each of its XML parts changed. */
function rebuilt({ bytes }: SourceFile, change: (xml: string) => string): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes)
  for (const path of Object.keys(parts)) {
    if (/\.(?:xml|rels|opf|ncx|xhtml|html)$/i.test(path))
      parts[path] = bytesOf(change(new TextDecoder().decode(parts[path])))
  }
  return zipSync(parts, { level: 6 })
}

test.each(names)('%s without bytes is refused as empty', async (name) => {
  expect(await endOf(name, new Uint8Array())).toBe('import.emptyFile')
})

test.each(names)('%s of random bytes is read as text or refused', async (name) => {
  for (let seed = 1; seed <= 12; seed++) {
    const chance = chanceFrom(seed)
    await endOf(
      name,
      Uint8Array.from({ length: 4 ** (seed % 7) }, () => Math.floor(chance() * 256)),
    )
  }
})

test.each(files)('$name cut off at many places is read or refused', { timeout: 60_000 }, async ({ name, bytes }) => {
  const places = Array.from({ length: 24 }, (_, i) => Math.floor((bytes.length * (i + 1)) / 25))
  for (const place of [1, 2, 3, 4, 8, ...places, bytes.length - 1]) await endOf(name, bytes.slice(0, place))
})

const zeros = packed(new Uint8Array(40 * 2 ** 20))
const bomb = zipOfPacked(new Map(Array.from({ length: 8 }, (_, i) => [`${i}.txt`, zeros])))
test.each(names)('%s that is an archive of zeros without end is refused', async (name) => {
  expect(await endOf(name, bomb)).not.toBe('read')
})

const swollen = packed(new Uint8Array(18 * 2 ** 20).fill(0x20))
test.each(archives)('$name with a part that is a bomb is refused, or read without it', async ({ name, bytes }) => {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, packed(part)]))
  for (const [path, { size }] of parts) {
    if (path !== 'mimetype' && size > 0) await endOf(name, zipOfPacked(new Map([...parts, [path, swollen]])))
  }
})

const nothing = packed(new Uint8Array())
const manyFiles = zipOfPacked(new Map(Array.from({ length: 60_000 }, (_, i) => [`${i}.txt`, nothing])))
test.each(names)('%s that holds sixty thousand files is refused', async (name) => {
  expect(await endOf(name, manyFiles)).not.toBe('read')
})

test.each(archives)(
  '$name with parts that lead out of it is read without them, or refused',
  async ({ name, bytes }) => {
    const parts: Record<string, Uint8Array> = unzipSync(bytes)
    const outside = {
      '../../evil.txt': bytesOf('EVIL'),
      '/etc/evil.txt': bytesOf('EVIL'),
      'C:\\evil.txt': bytesOf('EVIL'),
    }
    expect(await wordsOf(name, zipSync({ ...parts, ...outside }))).not.toContain('EVIL')
  },
)

const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "LAUGH">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
const OUTSIDE = '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
test.each(archives)('$name whose XML defines entities does not open them', async ({ name, bytes }) => {
  for (const [doctype, entity] of [
    [LAUGHS, '&a30;'],
    [OUTSIDE, '&out;'],
  ] as const) {
    const changed = rebuilt({ name, bytes }, (xml) =>
      `${doctype}${xml}`
        .replace(/^(<!DOCTYPE.*?\]>)(<\?xml.*?\?>)/s, '$2$1')
        .replace(/(>)([^<>&]+)(<)/, `$1$2${entity}$3`),
    )
    const words = await wordsOf(name, changed)
    expect(words).not.toContain('root:')
    expect(words).not.toContain('LAUGH')
  }
})

test.each(['x.html', 'x.xhtml', 'x.txt', 'x.md'])('%s that defines entities does not open them', async (name) => {
  for (const doctype of [LAUGHS, OUTSIDE]) {
    const words = await wordsOf(
      name,
      bytesOf(`<?xml version="1.0"?>${doctype}<html><body><p>text &a30;&out;</p></body></html>`),
    )
    expect(words).not.toContain('root:')
    expect(words.length).toBeLessThan(10_000)
  }
})

const DEEP: readonly (readonly [string, string])[] = [
  ['x.html', '<div>'.repeat(100_000)],
  ['x.html', `<table><tr><td>${'<table><tr><td>'.repeat(5_000)}x`],
  ['x.html', `${'<b>'.repeat(20_000)}x`],
  ['x.html', `${'<ul><li>'.repeat(20_000)}x`],
  ['x.html', `${'<font><p>'.repeat(3_000)}x`],
  ['x.md', `${'> '.repeat(20_000)}x`],
  ['x.md', `${Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')}`],
  ['x.md', `${'['.repeat(20_000)}x${']'.repeat(20_000)}`],
  ['x.md', `${'*x **y '.repeat(5_000)}`],
  ['x.md', `${'`'.repeat(3_000)}x ${'``` '.repeat(3_000)}`],
  ['x.md', `${'![['.repeat(10_000)}x`],
  ['x.md', `---\na: ${'['.repeat(20_000)}\n---\nx`],
  [
    'x.md',
    `---\n${Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(i === 0 ? 0 : 10)} x]`).join('\n')}\n---\nx`,
  ],
  ['x.txt', `${'一、'.repeat(50_000)}`],
  ['x.csv', `"${'""'.repeat(100_000)}`],
  ['x.csv', `${'"'.repeat(100_001)}`],
  ['x.srt', `1\n00:00:01,000 --> 00:00:02,000\n${'<i><b>'.repeat(100_000)}x`],
  ['x.srt', '00:00:01,000 --> 00:00:02,000\n'.repeat(100_000)],
  ['x.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v A>x'.repeat(50_000)}`],
  ['x.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'- x\n<1.1.1'.repeat(50_000)}${'&gt;'.repeat(50_000)}`],
  ['x.vtt', `WEBVTT\n\n00:01.000 --> ${'0'.repeat(100_000)}\nA${' A'.repeat(100_000)}: x`],
  ['x.rtf', `{\\rtf1 ${'{'.repeat(200_000)}x`],
  ['x.rtf', `{\\rtf1 ${'\\trowd \\cell'.repeat(20_000)}x}`],
  ['x.rtf', `{\\rtf1 ${'\\pard\\intbl\\itap99 x\\nestcell'.repeat(5_000)}`],
  ['x.rtf', `{\\rtf1 ${'{\\footnote x'.repeat(1_900)}`],
  ['x.rtf', `{\\rtf1 ${'{\\field{\\*\\fldinst x'.repeat(900)}`],
  ['x.rtf', `{\\rtf1 \\bin99999999 x}`],
  ['x.rtf', `{\\rtf1 ${'\\par'.repeat(1_000_001)} x}`],
  ['x.rtf', `{\\rtf1\\uc99999 \\u-99999?\\u99999?\\u55357?x}`],
]
test.each(DEEP)(
  '%s that is nested without end, or nearly, is read or refused (%#)',
  { timeout: 30_000 },
  async (name, text) => {
    await endOf(name, bytesOf(text))
  },
)

test.each(archives)(
  '$name whose parts are nested without end is read or refused',
  { timeout: 60_000 },
  async (file) => {
    const deep = rebuilt(file, (xml) =>
      xml.replace(/<([\w:]+)(\s[^<>]*)?>(?=[^<])/, (tag, name) => `${tag}${`<${name}>`.repeat(50_000)}`),
    )
    await endOf(file.name, deep)
    const closed = rebuilt(file, (xml) =>
      xml.replace(
        /<([\w:]+)(\s[^<>]*)?>(?=[^<])/,
        (tag, name) => `${tag}${`<${name}>`.repeat(20_000)}${`</${name}>`.repeat(20_000)}`,
      ),
    )
    await endOf(file.name, closed)
  },
)

const SCRIPTED =
  '<!doctype html><title>t</title><script>EVIL</script><body onload="EVIL"><p onclick="EVIL">words</p>' +
  '<svg onload="EVIL"><script>EVIL</script><text>EVIL</text></svg><iframe srcdoc="<p>EVIL"></iframe>' +
  '<a href="javascript:EVIL">link</a><a href=" JaVaScRiPt:EVIL">other</a><a href="data:text/html,EVIL">third</a>' +
  '<img src=x onerror="EVIL"><style>EVIL</style><noscript>EVIL</noscript><object data="EVIL">EVIL</object>'
test.each(['x.html', 'x.htm', 'x.xhtml', 'x.md', 'x.txt'])('%s with scripts is read without them', async (name) => {
  const { documents } = await readFile({ name, bytes: bytesOf(SCRIPTED) }, {})
  expect(documents[0]?.blocks.map(({ text }) => text).join(' ')).toContain('words')
  expect(JSON.stringify(documents[0]?.blocks)).not.toContain('EVIL')
})

test.each(archives)('$name whose parts hold scripts is read without them', async (file) => {
  const scripted = rebuilt(file, (xml) => xml.replace(/(<body[^>]*>)/i, '$1<script>EVIL</script><svg onload="EVIL"/>'))
  expect(await wordsOf(file.name, scripted)).not.toContain('EVIL')
})
