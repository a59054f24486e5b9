const OUTSIDE = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address in its normal form when it may be handed to the system's own program: http, https and mailto only, since
 * other schemes can start programs. Null for every other address, and for what is no address.
 */
export function outsideAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return OUTSIDE.has(url.protocol) ? url.href : null
}
