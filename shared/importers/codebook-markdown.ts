import type { Heading, List, ListItem, Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfm } from 'micromark-extension-gfm'
import type { FoundTheme } from './codebook'
import { type CodebookField, fieldOf } from './codebook-words'

type Draft = { -readonly [K in keyof FoundTheme]: FoundTheme[K] }

const draft = (path: readonly string[], node: Nodes): Draft => ({
  line: node.position?.start.line ?? 1,
  path,
  colour: '',
  description: '',
  inclusion: '',
  exclusion: '',
})

/** The words of a node as they are shown; a line that is broken by hand is two lines. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}

const joined = (words: string, more: string): string => (words === '' ? more : `${words}\n${more}`)

/** What an item such as `- **Label**: words` says, or null when it is another kind of item. */
function labelled(item: ListItem): { field: CodebookField; words: string } | null {
  const [first, ...others] = item.children
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'strong') return null
  const [strong, ...rest] = first.children
  const field = fieldOf(wordsOf(strong).replace(/[:：]\s*$/u, ''))
  if (!field) return null
  const words = rest
    .map(wordsOf)
    .join('')
    .replace(/^\s*[:：]?\s*/u, '')
  return { field, words: [words, ...others.map(wordsOf)].join('\n') }
}

/** Reads a list below a theme: what it says of that theme, and the themes that are its other items. */
function readList(list: List, path: readonly string[], theme: Draft | undefined): FoundTheme[] {
  return list.children.flatMap((item): FoundTheme[] => {
    const said = labelled(item)
    if (said) {
      const { field, words } = said
      if (theme && (field === 'colour' || field === 'inclusion' || field === 'exclusion')) theme[field] = words
      else if (theme && field === 'description') theme.description = joined(theme.description, words)
      return []
    }
    const [first, ...others] = item.children
    const [name = '', ...more] = first && first.type !== 'list' ? wordsOf(first).split('\n') : []
    const own = draft([...path, ...name.split(/\s+\/\s+/u)], item)
    own.description = more.join('\n')
    const found: FoundTheme[] = []
    for (const node of first?.type === 'list' ? item.children : others) {
      if (node.type === 'list') found.push(...readList(node, own.path, own))
      else own.description = joined(own.description, wordsOf(node))
    }
    return [own, ...found]
  })
}

/** Whether the first heading is the title of the whole: it opens the file, and no other heading is as high. */
function titleOf(nodes: readonly RootContent[]): RootContent | undefined {
  const highest = nodes.filter((node): node is Heading => node.type === 'heading' && node.depth === 1)
  return highest.length === 1 && highest[0] === nodes[0] ? nodes[0] : undefined
}

/**
 * The themes in a text whose headings, and the items of whose lists, are names of themes: what stands below another is
 * under it. Paragraphs below a name say what it means; items that begin with a label in bold say the rest.
 */
export function readMarkdown(text: string): FoundTheme[] {
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const title = titleOf(tree.children)
  const found: FoundTheme[] = []
  const paths = new Map<number, readonly string[]>()
  let theme: Draft | undefined
  for (const node of tree.children) {
    if (node === title) continue
    if (node.type === 'heading') {
      for (let depth = node.depth; depth <= 6; depth++) paths.delete(depth)
      const above = [...paths].reduce<readonly string[]>(
        (last, [, path]) => (path.length > last.length ? path : last),
        [],
      )
      theme = draft([...above, ...wordsOf(node).split(/\s+\/\s+/u)], node)
      paths.set(node.depth, theme.path)
      found.push(theme)
    } else if (node.type === 'list') {
      found.push(...readList(node, theme?.path ?? [], theme))
    } else if (theme) {
      theme.description = joined(theme.description, wordsOf(node))
    }
  }
  return found
}
