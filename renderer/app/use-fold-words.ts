import { useCallback, useMemo } from 'react'
import { debrisCount } from '#shared/model/debris'
import type { Block } from '#shared/model/document'
import type { FoldWords } from '../reader/folds'
import { useLanguage, useMessages } from './language'

/** What the lines of folds and the head of the page say of the debris among `blocks`, in the interface's language. */
export function useFoldWords(blocks: readonly Block[]): {
  readonly foldWords: FoldWords
  readonly debrisWords: (shown: boolean) => string
} {
  const t = useMessages()
  const language = useLanguage()
  const count = useMemo(() => debrisCount(blocks), [blocks])
  const foldWords = useMemo((): FoldWords => {
    // As a list of units Chinese would have nothing between them.
    const between = language.startsWith('zh') ? '、' : ', '
    return {
      summary: ({ count, kinds }, shown) => {
        const what = kinds.map((kind) => t(`debris.kinds.${kind}`)).join(between)
        return t(shown ? 'debris.shown' : 'debris.folded', { count, kinds: what })
      },
      show: t('debris.show'),
      hide: t('debris.hide'),
      belongs: t('debris.belongs'),
      all: (shown) => t(shown ? 'debris.hideAll' : 'debris.showAll', { count }),
    }
  }, [t, language, count])
  const debrisWords = useCallback(
    (shown: boolean): string => t(shown ? 'debris.shownInHead' : 'debris.foldedInHead', { count }),
    [t, count],
  )
  return { foldWords, debrisWords }
}
