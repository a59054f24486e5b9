import { ProblemError } from '../result'
import type { SourceFile } from './importer'

/** One part of a MIME message, or the message itself. */
export interface MimePart {
  /** Lower case: `text/html`. */
  readonly type: string
  /** The encoding that its header names, as it is written there. */
  readonly charset?: string
  /** Its own headers, names in lower case; of several with one name the first. */
  readonly headers: ReadonlyMap<string, string>
  /** Its content, decoded from base64 or quoted-printable; empty for a part that has parts. */
  readonly bytes: Uint8Array
}

/** A larger message takes gigabytes to be taken apart, in bytes. Saved pages with many pictures have some 20 MB. */
const LARGEST = 96 * 2 ** 20
const DEEPEST = 32

/** What postal-mime knows of a message beside what it hands out: the tree of its parts. */
interface Node {
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly contentType: {
    readonly parsed: { readonly value: string; readonly params: Readonly<Record<string, string>> }
  }
  readonly childNodes: readonly Node[]
  readonly content?: ArrayBuffer
  /** A message that lies inside the message. */
  readonly subMessage?: unknown
}

/**
 * Takes a message in MIME apart (RFC 2045, 2557): the message first, then its parts in their order, without the parts
 * that are no text. Throws a ProblemError when it is too large, or its headers are.
 */
export async function mimeParts({ name, bytes }: SourceFile): Promise<readonly MimePart[]> {
  if (bytes.length > LARGEST) {
    throw new ProblemError({ key: 'import.pageTooLarge', params: { name, megabytes: LARGEST / 2 ** 20 } })
  }
  const { default: PostalMime } = await import('postal-mime')
  const parser = new PostalMime({ maxNestingDepth: DEEPEST, maxRfc822NestingDepth: 0, maxHeadersSize: 2 ** 20 })
  try {
    await parser.parse(bytes)
  } catch (error) {
    if (error instanceof Error && /maximum (?:header size|mime nesting)/i.test(error.message)) {
      throw new ProblemError({ key: 'import.notAPage', params: { name } })
    }
    throw error
  }
  const parts: MimePart[] = []
  const gather = (node: Node): void => {
    const { value, params } = node.contentType.parsed
    const isText = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(value)
    const headers = new Map<string, string>()
    for (const header of node.headers) if (!headers.has(header.key)) headers.set(header.key, header.value)
    if (isText || parts.length === 0) {
      const { charset } = params
      const content = isText && node.content ? new Uint8Array(node.content) : new Uint8Array()
      parts.push({ type: value, ...(charset ? { charset } : {}), headers, bytes: content })
    }
    for (const child of node.childNodes) gather(child)
  }
  gather((parser as unknown as { readonly root: Node }).root)
  return parts
}
