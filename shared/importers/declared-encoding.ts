/** How far into a file HTML may declare its encoding, in bytes (HTML Standard, "prescan a byte stream"). */
const PRESCAN_BYTES = 1024

/** The ASCII characters among the first bytes of a file; every encoding we read keeps markup in them. */
export function asciiStart(bytes: Uint8Array, length = PRESCAN_BYTES): string {
  let text = ''
  for (const byte of bytes.subarray(0, length)) if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  return text
}

/** The label in an XML declaration or in `<meta charset>` / `<meta http-equiv>`; undefined when there is none. */
export function declaredLabel(bytes: Uint8Array): string | undefined {
  const start = asciiStart(bytes)
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)
  return xml?.[1] ?? meta?.[1]
}
