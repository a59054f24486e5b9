import { useEffect, useState } from 'react'
import { useActions } from '../actions/context'
import { loadPinyin, type PinyinMatch } from './theme-search'

/** Finds names by their pinyin, once the readings are loaded; they are loaded when they are first `wanted`. */
export function usePinyin(wanted = true): PinyinMatch | null {
  const { report } = useActions()
  const [pinyin, setPinyin] = useState<PinyinMatch | null>(null)
  useEffect(() => {
    if (!wanted) return
    let here = true
    loadPinyin().then((match) => here && setPinyin(() => match), report)
    return () => {
      here = false
    }
  }, [wanted, report])
  return pinyin
}
