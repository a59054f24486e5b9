const HYPERLINK = /^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))/i

/** The address that a field of Word leads to, as it is written; undefined for a field that is no link, or leads inside. */
export function fieldAddress(instruction: string): string | undefined {
  const link = HYPERLINK.exec(instruction)
  return link ? (link[1] ?? link[2]) : undefined
}
