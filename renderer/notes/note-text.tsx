import type { Nodes } from 'mdast'
import { createElement, Fragment, type MouseEvent, type ReactNode, useMemo } from 'react'
import { noteTree } from './note-markdown'
import { canFollow, linkKind } from './note-schema'
import { useFollow } from './open-place'

type Follow = (event: MouseEvent<HTMLAnchorElement>) => void

/** A piece of Markdown as elements. */
function shown(node: Nodes, follow: Follow): ReactNode {
  const inside = (): ReactNode =>
    'children' in node ? createElement(Fragment, null, ...node.children.map((child) => shown(child, follow))) : null
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <pre>{node.value}</pre>
    case 'break':
      return '\n'
    case 'thematicBreak':
      return <hr />
    case 'strong':
      return <strong>{inside()}</strong>
    case 'emphasis':
      return <em>{inside()}</em>
    case 'link':
      return canFollow(node.url) ? (
        <a href={node.url} data-kind={linkKind(node.url)} title={node.title ?? undefined} onClick={follow}>
          {inside()}
        </a>
      ) : (
        inside()
      )
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside()}</ol> : <ul>{inside()}</ul>
    case 'listItem':
      return <li>{inside()}</li>
    case 'heading':
      return createElement(`h${node.depth}`, null, inside())
    case 'paragraph':
      return <p>{inside()}</p>
    default:
      return inside()
  }
}

/** A note's Markdown, set as text. Its links open what they name. */
export function NoteText({ markdown }: { readonly markdown: string }) {
  const tree = useMemo(() => noteTree(markdown), [markdown])
  const open = useFollow()
  const follow: Follow = (event) => {
    event.preventDefault()
    open(event.currentTarget.getAttribute('href') ?? '')
  }
  return <div className="note">{shown(tree, follow)}</div>
}
