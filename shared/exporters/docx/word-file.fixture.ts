import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { docx } from '../docx'
import type { ExportOptions, ProjectSnapshot } from '../exporter'

/** How they are written where a test does not say otherwise. */
export const options: ExportOptions = {
  arrange: 'theme',
  language: 'en',
  now: Date.UTC(2026, 10, 22, 5, 6, 23),
  timeZone: 'Asia/Shanghai',
}

/** An element of a part as it begins. */
export interface Element {
  readonly name: string
  readonly attributes: Record<string, string>
}
/** Everything in an XML part in its order: elements as they begin, and words; throws where it is not well formed. */
export function parsed(bytes: Uint8Array | undefined): (Element | string)[] {
  const all: (Element | string)[] = []
  if (!bytes) return all
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => all.push({ name, attributes: attributes as Record<string, string> }))
  parser.on('text', (words) => all.push(words))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(strFromU8(bytes)).close()
  return all
}

/** The words of each paragraph. */
export function paragraphs(parts: readonly (Element | string)[]): string[] {
  const words: string[] = []
  for (const part of parts) {
    if (typeof part === 'string') words[words.length - 1] += part
    else if (part.name === 'w:p') words.push('')
    else if (part.name === 'w:noBreakHyphen') words[words.length - 1] += '-'
    else if (part.name === 'w:tab' && words.length > 0 && Object.keys(part.attributes).length === 0)
      words[words.length - 1] += '\t'
  }
  return words
}

/** The Word files of a project, with what is in them. */
export async function written(from: ProjectSnapshot, more: Partial<ExportOptions> = {}) {
  const files = await docx.write(from, { ...options, ...more })
  return files.map(({ name, bytes }) => {
    const parts = unzipSync(bytes)
    return {
      name,
      bytes,
      body: parsed(parts['word/document.xml']),
      comments: parsed(parts['word/comments.xml']),
      parts,
    }
  })
}
