const NAME = 'bench durability'

function openEmpty(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('taggings', { keyPath: 'id' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
}

const writeOne = (db: IDBDatabase, id: string, durability: IDBTransactionDurability): Promise<number> =>
  new Promise((done, failed) => {
    const began = performance.now()
    const transaction = db.transaction('taggings', 'readwrite', { durability })
    transaction.oncomplete = () => done(performance.now() - began)
    transaction.onabort = () => failed(transaction.error)
    transaction.objectStore('taggings').put({ id, project: NAME, highlight: id, document: NAME, theme: id })
  })

/** The milliseconds that each of `count` writes of one tagging took until it was complete; the kinds take turns. */
export async function writesOf(count: number): Promise<Record<IDBTransactionDurability, number[]>> {
  const db = await openEmpty()
  const took: Record<IDBTransactionDurability, number[]> = { strict: [], relaxed: [], default: [] }
  for (let at = 0; at < count; at += 1) {
    for (const durability of ['strict', 'relaxed'] as const)
      took[durability].push(await writeOne(db, `${durability} ${at}`, durability))
  }
  db.close()
  indexedDB.deleteDatabase(NAME)
  return took
}
