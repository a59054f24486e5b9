import { useEffect, useState, useSyncExternalStore } from 'react'

/** A live value of the store, as far as drawing it needs. */
export interface Followed<S> {
  readonly get: () => S
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}

/** One that stays as it is: for what is not to be read yet. */
export const notYet = <S>(value: S): Followed<S> => ({ get: () => value, subscribe: () => () => {}, close: () => {} })

/** Follows a live value made by `make`; a new one is made when `key` changes, and the old one ended. */
export function useLive<S>(make: () => Followed<S>, key: string): S {
  const [made, setMade] = useState(() => ({ key, live: make() }))
  let live = made.live
  if (made.key !== key) {
    live = make()
    setMade({ key, live })
  }
  useEffect(() => live.close, [live])
  return useSyncExternalStore(live.subscribe, live.get)
}
