import { useActions } from '../actions/context'
import { useDocumentLanguages } from '../app/use-document-languages'
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
  const languages = useDocumentLanguages()
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
        {({ document, title, date, left = '', words, right = '' }) => (
          <div className="place-line" lang={languages.get(document)}>
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
