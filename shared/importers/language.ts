import { characterCount, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-script'
import { latinLanguage } from './latin-language'

/** How much text is looked at, in UTF-16 units: beginning, middle and end, so that a foreign preface cannot decide. */
const SAMPLE = 20_000

const SCRIPTS = {
  han: /\p{sc=Han}+/gu,
  kana: /[\p{sc=Hiragana}\p{sc=Katakana}]+/gu,
  hangul: /\p{sc=Hangul}+/gu,
  cyrillic: /\p{sc=Cyrillic}+/gu,
  greek: /\p{sc=Greek}+/gu,
  arabic: /\p{sc=Arabic}+/gu,
  hebrew: /\p{sc=Hebrew}+/gu,
  latin: /\p{sc=Latin}+/gu,
} as const
type Script = keyof typeof SCRIPTS

/** The script each declared language must show in the text to be believed; languages not named here are Latin. */
const SCRIPT_OF: Readonly<Record<string, Script>> = {
  zh: 'han',
  yue: 'han',
  lzh: 'han',
  ja: 'kana',
  ko: 'hangul',
  ru: 'cyrillic',
  uk: 'cyrillic',
  be: 'cyrillic',
  bg: 'cyrillic',
  mk: 'cyrillic',
  el: 'greek',
  grc: 'greek',
  ar: 'arabic',
  fa: 'arabic',
  ur: 'arabic',
  ug: 'arabic',
  he: 'hebrew',
  yi: 'hebrew',
}

/**
 * The language of a text as a BCP 47 tag, `und` where it cannot be told. A declared language is believed when the
 * text is in its script; whether Chinese is Simplified or Traditional the characters decide, since pages often
 * declare it wrongly.
 */
export function languageOf(text: string, declared?: string): string {
  const sample = sampleOf(text)
  const script = mainScript(sample)
  const tag = declared === undefined ? undefined : canonicalTag(declared)
  const language = tag?.split('-')[0] as string
  if (tag !== undefined && script !== undefined && language !== 'und' && (SCRIPT_OF[language] ?? 'latin') === script) {
    return language === 'zh' ? chinese(sample, tag) : tag
  }
  switch (script) {
    case 'han':
      return chinese(sample)
    case 'kana':
      return 'ja'
    case 'hangul':
      return 'ko'
    case 'cyrillic':
      return 'ru'
    case 'greek':
      return 'el'
    case 'arabic':
      return 'ar'
    case 'hebrew':
      return 'he'
    case 'latin':
      return latinLanguage(sample)
    default:
      return 'und'
  }
}

function sampleOf(text: string): string {
  if (text.length <= 3 * SAMPLE) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`
}

/**
 * The script of most letters. Three Latin letters weigh as one Chinese character, about what they say; a tenth of
 * kana or a third of Hangul makes Han text Japanese or Korean.
 */
function mainScript(sample: string): Script | undefined {
  const counts = Object.fromEntries(
    Object.entries(SCRIPTS).map(([script, letters]) => [script, characterCount(sample, letters)]),
  ) as Record<Script, number>
  const eastern = counts.han + counts.kana + counts.hangul
  const others = (['cyrillic', 'greek', 'arabic', 'hebrew', 'latin'] as const).map((script) => ({
    script,
    count: counts[script],
  }))
  const largest = others.reduce((a, b) => (b.count > a.count ? b : a))
  if (eastern === 0 && largest.count === 0) return undefined
  if (eastern * 3 < largest.count) return largest.script
  if (counts.kana * 10 > eastern) return 'kana'
  return counts.hangul * 3 > eastern ? 'hangul' : 'han'
}

function chinese(sample: string, declared = 'zh'): string {
  const simplified = characterCount(sample, SIMPLIFIED_ONLY)
  const traditional = characterCount(sample, TRADITIONAL_ONLY)
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
  return /-(?:hant|tw|hk|mo)\b/i.test(declared) ? 'zh-Hant' : 'zh-Hans'
}

function canonicalTag(declared: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(declared.trim().replaceAll('_', '-'))[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
