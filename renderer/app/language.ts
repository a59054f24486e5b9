import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Translate } from '#shared/messages/index'

/** Messages in the interface's language. */
export function useMessages(): Translate {
  const { t } = useTranslation()
  return useCallback((key, params) => t(key, { ...params }), [t])
}

/** The interface's language. */
export const useLanguage = (): Language => useTranslation().i18n.language as Language
