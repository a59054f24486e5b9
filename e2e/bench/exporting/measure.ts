import { execFile } from 'node:child_process'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { amount, type Figure, time } from '../figures'
import type { Exported, Wanted } from './child'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** 50,000 passages, 100,000 taggings. */
const SIZE = { documents: 2000, highlights: 25, length: 3000 }
/** A report under themes of as many passages as a reader may still want on paper: 10,000 taggings. */
const PAPER = { ...SIZE, documents: 200 }

type Trial = Pick<Wanted, 'format' | 'variant' | 'arrange'> & { readonly size?: typeof SIZE }

const TRIALS: readonly Trial[] = [
  { format: 'qdpx', arrange: 'document' },
  { format: 'xlsx', arrange: 'document' },
  { format: 'pingdian', arrange: 'document' },
  { format: 'tei', arrange: 'document' },
  { format: 'web-annotation', arrange: 'document' },
  { format: 'csv', variant: 'taggings', arrange: 'document' },
  { format: 'html', variant: 'document', arrange: 'document' },
  { format: 'html', variant: 'report', arrange: 'theme' },
  { format: 'markdown', variant: 'plain', arrange: 'document' },
  { format: 'markdown', variant: 'obsidian', arrange: 'document' },
  { format: 'markdown', variant: 'logseq', arrange: 'document' },
  { format: 'markdown', variant: 'pandoc', arrange: 'theme' },
  { format: 'docx', variant: 'document', arrange: 'document' },
  { format: 'docx', variant: 'report', arrange: 'theme', size: PAPER },
  { format: 'docx', variant: 'report', arrange: 'theme' },
]

const say = (what: string): void => void process.stderr.write(`bench: ${what}\n`)

/** Builds the exporters for Node as the app's worker has them, and the script of the process that calls them. */
async function built(outDir: string): Promise<string> {
  const entry = (path: string): string => join(ROOT, path)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '#shared': entry('shared') } },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          exporters: entry('shared/exporters/index.ts'),
          scope: entry('shared/exporters/scope.ts'),
          child: entry('e2e/bench/exporting/child.ts'),
        },
        external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        preserveEntrySignatures: 'strict',
      },
    },
  })
  return join(outDir, 'child.mjs')
}

async function measured(script: string, wanted: Wanted): Promise<Exported> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, JSON.stringify(wanted)])
  return JSON.parse(stdout)
}

/** What it takes to write a large project in each format, each in a process of its own, in plain Node. */
export async function measureExporting(folder: string): Promise<Figure[]> {
  say('building the exporters')
  const script = await built(join(folder, 'exporters'))
  const figures: Figure[] = []
  for (const { size = SIZE, ...trial } of TRIALS) {
    const many = 2 * size.documents * size.highlights
    const name = ['export', trial.format, trial.variant, size === SIZE ? '' : many / 1000].filter(Boolean).join('-')
    const { took, peer, memory, size: written, files, told, silence } = await measured(script, { ...trial, ...size })
    say(`${name}: ${files} files, ${written.toFixed(1)} MB, progress told ${told} times`)
    figures.push(time(name, took, peer), amount(`${name}-memory`, memory), time(`${name}-silence`, silence))
  }
  return figures
}
