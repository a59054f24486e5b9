import i18next, { type i18n } from 'i18next'
import en from './en.json'
import type { MessageKey, MessageParams } from './keys'
import zhHans from './zh-Hans.json'
import zhHant from './zh-Hant.json'

/** The interface's languages, each a file beside this one; `locale` names it where a region is wanted. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-US', messages: en },
  'zh-Hans': { name: '简体中文', locale: 'zh-CN', messages: zhHans },
  'zh-Hant': { name: '繁體中文', locale: 'zh-TW', messages: zhHant },
} as const
export type Language = keyof typeof LANGUAGES

/** The interface language for the first BCP 47 tag in `wanted` that Pingdian speaks; English when it speaks none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return /^zh-(Hant|(?!Hans).*\b(TW|HK|MO))\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}

/** An i18next instance that speaks `language`, ready at once: the catalogue is part of the program. */
export function messages(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: { 'zh-Hant': ['zh-Hans', 'en'], default: ['en'] },
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(LANGUAGES).map(([tag, { messages }]) => [tag, { translation: messages }]),
    ),
    interpolation: { escapeValue: false },
  })
  return instance
}

/** A message in words. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

/** `Translate` for `language`, for the shell, the worker and the tests. */
export function translator(language: Language): Translate {
  const instance = messages(language)
  return (key, params) => instance.t(key, { ...params })
}
