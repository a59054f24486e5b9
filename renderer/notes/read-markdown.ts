import type { Nodes, PhrasingContent } from 'mdast'
import type { Mark, Node } from 'prosemirror-model'
import { noteTree } from './note-markdown'
import { noteSchema } from './note-schema'

const { nodes, marks } = noteSchema

function inline(children: readonly PhrasingContent[], given: readonly Mark[]): Node[] {
  const text = (value: string, more: readonly Mark[] = given): Node[] =>
    value === '' ? [] : [noteSchema.text(value, more)]
  return children.flatMap((child) => {
    switch (child.type) {
      case 'text':
        return text(child.value)
      case 'break':
        return text('\n')
      case 'inlineCode':
        return text(child.value, marks.code.create().addToSet(given))
      case 'strong':
      case 'emphasis':
        return inline(child.children, marks[child.type].create().addToSet(given))
      case 'link':
        return inline(
          child.children,
          marks.link.create({ href: child.url, title: child.title ?? null }).addToSet(given),
        )
      default:
        throw new Error(`A note's Markdown was read as ${child.type}, which noteTree leaves out.`)
    }
  })
}

const filled = (node: Node | null): Node[] => (node ? [node] : [])
const blocks = (children: readonly Nodes[]): Node[] => children.flatMap(block)

function block(node: Nodes): Node[] {
  switch (node.type) {
    case 'paragraph':
      return [nodes.paragraph.create(null, inline(node.children, []))]
    case 'heading':
      return [nodes.heading.create({ level: node.depth }, inline(node.children, []))]
    case 'blockquote':
      return filled(nodes.quotation.createAndFill(null, blocks(node.children)))
    case 'list': {
      const items = blocks(node.children)
      return [
        node.ordered
          ? nodes.orderedList.create({ start: node.start ?? 1 }, items)
          : nodes.bulletList.create(null, items),
      ]
    }
    case 'listItem':
      return filled(nodes.listItem.createAndFill(null, blocks(node.children)))
    case 'code': {
      const info = [node.lang, node.meta].filter(Boolean).join(' ')
      return [nodes.codeBlock.create({ info }, node.value === '' ? [] : [noteSchema.text(node.value)])]
    }
    case 'thematicBreak':
      return [nodes.rule.create()]
    default:
      throw new Error(`A note's Markdown was read as ${node.type}, which noteTree leaves out.`)
  }
}

/** A note's Markdown as the document that is edited; an empty note is one empty paragraph. */
export function readMarkdown(markdown: string): Node {
  const content = blocks(noteTree(markdown).children)
  return nodes.doc.create(null, content.length > 0 ? content : [nodes.paragraph.create()])
}
