import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast'

/**
 * Markdown's tree as HTML, so that HTML written inside Markdown, which may begin in one block and end in another, is
 * read as a browser reads it. Images become captions with their alternative text; footnotes follow at the end, and are
 * called by links to them.
 */
export function markdownHtml(root: Nodes): string {
  const footnotes: string[] = []
  const body = html(root, { definitions: definitionsOf(root), footnotes })
  return body + footnotes.join('')
}

interface Context {
  /** Addresses of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, string>
  /** Footnotes in the order in which they are defined, as HTML. */
  readonly footnotes: string[]
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)

function definitionsOf(root: Nodes): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return found
}

function html(node: Nodes, context: Context): string {
  const inner = (): string => ('children' in node ? children(node, context) : '')
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'paragraph':
      return `<p>${inner()}</p>${captions(node.children)}\n`
    case 'heading':
      return `<h${node.depth}>${inner()}</h${node.depth}>${captions(node.children)}\n`
    case 'blockquote':
      return `<blockquote>${inner()}</blockquote>\n`
    case 'list':
      return node.ordered ? `<ol start="${node.start ?? 1}">${inner()}</ol>\n` : `<ul>${inner()}</ul>\n`
    case 'listItem':
      return `<li>${node.checked == null ? '' : node.checked ? '☑ ' : '☐ '}${inner()}</li>\n`
    case 'code':
      return `<pre>\n${escaped(node.value)}</pre>\n`
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`
    case 'strong':
      return `<strong>${inner()}</strong>`
    case 'emphasis':
      return `<em>${inner()}</em>`
    case 'break':
      return '<br>'
    case 'thematicBreak':
      return '<hr>\n'
    case 'link':
      return `<a href="${escaped(node.url)}">${inner()}</a>`
    case 'linkReference':
      return `<a href="${escaped(context.definitions.get(node.identifier) ?? '')}">${inner()}</a>`
    case 'image':
    case 'imageReference':
      return '<img>'
    case 'table':
      return table(node, context)
    case 'footnoteReference':
      return `<sup><a role="doc-noteref" href="#${address(node)}">${escaped(node.label ?? node.identifier)}</a></sup>`
    case 'footnoteDefinition':
      context.footnotes.push(footnote(node, context))
      return ''
    default:
      return inner()
  }
}

function children(parent: Parents, context: Context): string {
  const siblings: readonly Nodes[] = parent.children
  return siblings
    .map((child, index) =>
      child.type === 'html' ? rawHtml(child.value, siblings.slice(index + 1)) : html(child, context),
    )
    .join('')
}

/** The id of the footnote that is called or defined here; no HTML inside Markdown has the same by chance. */
const address = ({ identifier }: FootnoteDefinition | FootnoteReference): string =>
  `markdown-note-${encodeURIComponent(identifier)}`

/** A footnote, its label before the words of its first paragraph. */
function footnote(node: FootnoteDefinition, context: Context): string {
  const label = `[${escaped(node.label ?? node.identifier)}] `
  const [first, ...others] = node.children.map((child) => html(child, context))
  const content =
    node.children[0]?.type === 'paragraph'
      ? `<p>${label}${first?.slice('<p>'.length)}${others.join('')}`
      : `${label}${first ?? ''}${others.join('')}`
  return `<div role="doc-footnote" id="${address(node)}">${content}</div>`
}

const SWALLOWING =
  /<(script|style|title|textarea|xmp|iframe|noembed|noframes|noscript|template|plaintext|svg|select|object|!--)/gi

/**
 * HTML as it was written. An opening whose content would swallow all that follows, because it is closed neither here
 * nor in what stands beside it, is a word about HTML rather than HTML: it is kept as text.
 */
function rawHtml(value: string, following: readonly Nodes[]): string {
  return value.replace(SWALLOWING, (opening, name: string, at: number) => {
    const end = name === '!--' ? '-->' : `</${name.toLowerCase()}`
    const closed = (text: string): boolean => text.toLowerCase().includes(end)
    if (closed(value.slice(at)) || following.some((node) => node.type === 'html' && closed(node.value))) return opening
    return `&lt;${opening.slice(1)}`
  })
}

function table(node: Table, context: Context): string {
  const rows = node.children.map(
    (row) => `<tr>${row.children.map((cell) => `<td>${children(cell, context)}</td>`).join('')}</tr>`,
  )
  return `<table>${rows.join('\n')}</table>${node.children.flatMap((row) => row.children.map((cell) => captions(cell.children))).join('')}\n`
}

function captions(content: readonly (PhrasingContent | RootContent)[]): string {
  return content
    .map((node): string => {
      if (node.type === 'image' || node.type === 'imageReference') {
        return node.alt ? `<figcaption>${escaped(node.alt)}</figcaption>` : ''
      }
      return 'children' in node ? captions(node.children) : ''
    })
    .join('')
}
