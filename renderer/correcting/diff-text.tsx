import type { DiffPiece } from '#shared/queries/diff-rows'

const ELEMENTS = { same: 'span', deleted: 'del', inserted: 'ins' } as const

/** The end of a paragraph is seen where it is deleted or inserted. */
const seen = (kind: DiffPiece['kind'], text: string): string => (kind === 'same' ? text : text.replaceAll('\n', '¶\n'))

/** Words with what is deleted and inserted in them. */
export function DiffText({ pieces }: { readonly pieces: readonly DiffPiece[] }) {
  let at = 0
  return pieces.map(({ kind, text }) => {
    const Element = ELEMENTS[kind]
    const key = `${kind} ${at}`
    at += text.length
    return <Element key={key}>{seen(kind, text)}</Element>
  })
}
