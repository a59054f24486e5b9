import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Reader } from '../reader/reader'
import type { InView } from './in-view'

/** Keeps the line that was at the top there when the text is set anew: whenever `setting` changes. */
export function useSteadyText(reader: RefObject<Reader | null>, inView: InView, setting: string): void {
  const before = useRef(setting)
  useLayoutEffect(() => {
    if (before.current === setting) return
    before.current = setting
    const top = inView.get()?.start
    if (top !== undefined) reader.current?.scrollTo(top, 'top')
  }, [reader, inView, setting])
}
