/**
 * An address to which a link may lead (http, https, mailto), in the characters that an address may have; undefined for
 * any other and for what is no address, so that no file has a link that a program refuses to open.
 */
export function outsideAddress(href: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(href)) return undefined
  try {
    return new URL(href).href
  } catch {
    return undefined
  }
}
