import { sha256 } from '@noble/hashes/sha2.js'
import type { Language } from '../../messages'
import { utf8 } from '../bytes'
import { escapeHtml } from './escape'

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** A page that needs nothing beside itself. */
export interface Page {
  readonly title: string
  readonly language: Language
  readonly style: string
  /** Run once the page is there; a page without one runs nothing. */
  readonly script?: string
  /** HTML, in parts. */
  readonly body: readonly string[]
}

/**
 * The page in UTF-8. Its policy lets it fetch nothing, run no script but its own, and send nothing anywhere, so that
 * nothing that came in with a document can do more than be read.
 */
export function pageBytes({ title, language, style, script, body }: Page): Uint8Array {
  const encoder = new TextEncoder()
  const run = script === undefined ? "'none'" : `'sha256-${base64(sha256(encoder.encode(script)))}'`
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${run}; base-uri 'none'; form-action 'none'`
  const head = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Pingdian">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
`
  const foot = `${script === undefined ? '' : `\n<script>${script}</script>`}\n</body>\n</html>\n`
  return utf8([head, ...body, foot])
}
