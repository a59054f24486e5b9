interface NameEncoding {
  readonly label: string
  readonly isCommon: (lead: number, trail: number) => boolean
  /** With fewer double-byte characters than this it is not considered. */
  readonly atLeast: number
}

/** The encodings in which East Asian Windows writes names into archives, and where their commonest characters lie. */
const ENCODINGS: readonly NameEncoding[] = [
  // KS X 1001: Hangul. Its bytes are those of half of GB 2312's, so that a few characters prove nothing.
  { label: 'euc-kr', isCommon: (lead, trail) => trail >= 0xa1 && lead >= 0xb0 && lead <= 0xc8, atLeast: 12 },
  // GB 2312, level 1: 3,755 characters by pinyin, and its signs.
  {
    label: 'gb18030',
    isCommon: (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3),
    atLeast: 1,
  },
  // Big5, level 1: 5,401 characters by strokes, and its signs.
  { label: 'big5', isCommon: (lead) => lead >= 0xa1 && lead <= 0xc6, atLeast: 1 },
  // JIS X 0208, level 1, kana and signs.
  { label: 'shift_jis', isCommon: (lead) => lead >= 0x81 && lead <= 0x97, atLeast: 1 },
]

/**
 * What reads the names of an archive that says nothing about their encoding. All of them together decide: UTF-8 when they
 * are valid as that; else the first of the encodings above in which they are valid and whose common characters make
 * up most of them; else Latin (windows-1252).
 */
export function nameDecoder(names: readonly Uint8Array[], chosen?: string): (name: Uint8Array) => string {
  const decoder = new TextDecoder(chosen ?? encodingOf(names))
  return (name) => decoder.decode(name)
}

function encodingOf(names: readonly Uint8Array[]): string {
  if (names.every((name) => isValid(name, 'utf-8'))) return 'utf-8'
  let best = { label: 'windows-1252', share: 0.4 }
  for (const encoding of ENCODINGS) {
    if (!names.every((name) => isValid(name, encoding.label))) continue
    const share = commonShare(names, encoding)
    if (share > best.share + 0.1) best = { label: encoding.label, share }
  }
  return best.label
}

/** How many of the double-byte characters are among the encoding's common ones, 0 to 1. */
function commonShare(names: readonly Uint8Array[], { isCommon, atLeast }: NameEncoding): number {
  let characters = 0
  let common = 0
  for (const name of names) {
    for (let at = 0; at < name.length; at++) {
      const lead = name[at] as number
      if (lead < 0x80) continue
      characters += 1
      at += 1
      if (isCommon(lead, name[at] ?? 0)) common += 1
    }
  }
  return characters < atLeast ? 0 : common / characters
}

function isValid(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
