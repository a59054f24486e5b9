import { answered, awaitAnswer, fillCodebook, fillShelf, textPainted } from './codebook'
import { writesOf } from './durability'
import { framesWatched, watchFrames } from './evenness'
import { idle } from './frames'
import { fillLibrary } from './library'
import { awaitMark, awaitOpening, focusText, jumpOurs, marked, opened, scrollOurs, wholeSpeed } from './ours'
import { addToPeer, closePeer, jumpPeer, openPeer, peerSpeed, scrollPeer } from './peer'

const inPage = {
  fillLibrary,
  fillCodebook,
  fillShelf,
  awaitAnswer,
  answered,
  textPainted,
  idle,
  watchFrames,
  framesWatched,
  awaitOpening,
  opened,
  focusText,
  awaitMark,
  marked,
  scrollOurs,
  jumpOurs,
  wholeSpeed,
  openPeer,
  addToPeer,
  scrollPeer,
  jumpPeer,
  peerSpeed,
  closePeer,
  writesOf,
}

/** What the bench can do inside the window, as `window.bench`. */
export type InPage = typeof inPage
declare global {
  interface Window {
    bench: InPage
  }
}
window.bench = inPage
