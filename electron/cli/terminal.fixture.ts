import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { translator } from '#shared/messages/index'
import type { Terminal } from './command'

const support = fileURLToPath(new URL('../../node_modules/pdfjs-dist/', import.meta.url))

/** A terminal that keeps what is printed and said, in English, for tests. */
export function terminal(cwd = '/nowhere'): {
  readonly terminal: Terminal
  readonly printed: () => string
  readonly said: () => readonly string[]
} {
  const printed: string[] = []
  const said: string[] = []
  return {
    terminal: {
      out: async (text) => void printed.push(text),
      say: (sentence) => void said.push(sentence),
      t: translator('en'),
      language: 'en',
      cwd,
      support: (path) => readFile(support + path),
    },
    printed: () => printed.join(''),
    said: () => said,
  }
}
