import { concatenated } from '../concatenated'

/** So much text is joined before it is encoded, in UTF-16 units. */
const CHUNK = 400_000

/**
 * Parts of a text in UTF-8, joined to chunks of a size that is quickly packed, so that a long text is never held as one
 * string. No part may end within a surrogate pair.
 */
export function* utf8Chunks(parts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const part of parts) {
    text += part
    if (text.length < CHUNK) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

/** Parts of a text as one, in UTF-8. */
export const utf8 = (parts: Iterable<string>): Uint8Array => concatenated([...utf8Chunks(parts)])
