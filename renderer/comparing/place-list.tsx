import { useActions } from '../actions/context'
import { VirtualRows } from '../app/virtual-rows'
import type { Stretch } from './stretch'

/** A place as it is listed: with its words, and what stands around them where that is known. */
export interface ListedPlace extends Stretch {
  readonly title: string
  readonly date?: string
  readonly left?: string
  readonly words: string
  readonly right?: string
}

/** Places in documents; a click opens the document there. */
export function PlaceList({ label, places }: { readonly label: string; readonly places: readonly ListedPlace[] }) {
  const { showPlace } = useActions()
  return (
    <div className="place-list">
      <VirtualRows
        items={places}
        keyOf={({ document, start }) => `${document} ${start}`}
        label={label}
        current={null}
        estimate={44}
        onOpen={showPlace}
      >
        {({ title, date, left = '', words, right = '' }) => (
          <div className="place-line">
            <span className="place-words">
              {left}
              <mark>{words}</mark>
              {right}
            </span>
            <span className="quiet place-title">
              {date && `${date} · `}
              {title}
            </span>
          </div>
        )}
      </VirtualRows>
    </div>
  )
}
