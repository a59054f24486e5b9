/** What the browser says about the room the library takes on the disk. */
export interface StorageFacts {
  /** Whether the library is kept even when the disk runs short. */
  readonly persisted: boolean
  /** Bytes in use, and bytes that may be used. Chromium rounds them. */
  readonly usage: number
  readonly quota: number
}

/** Asks that the library be kept even when the disk runs short; whether that was granted. */
export const askToPersist = (storage: StorageManager = navigator.storage): Promise<boolean> => storage.persist()

/** The facts to show under "About this library". */
export async function storageFacts(storage: StorageManager = navigator.storage): Promise<StorageFacts> {
  const [persisted, estimate] = await Promise.all([storage.persisted(), storage.estimate()])
  return { persisted, usage: estimate.usage ?? 0, quota: estimate.quota ?? 0 }
}
