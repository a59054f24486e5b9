import { type Attrs, Schema } from 'prosemirror-model'
import { markerWidth } from './marker-width'

const tagOf = (attrs: Attrs): string => {
  if (attrs.kind === 'heading') return `h${Math.min(6, Math.max(1, attrs.level))}`
  if (attrs.kind === 'quotation') return 'blockquote'
  if (attrs.kind === 'code') return 'pre'
  return 'p'
}

/**
 * The document as ProseMirror shows it. A section holds up to `BLOCKS_PER_SECTION` blocks and costs the text nothing:
 * it exists so that the browser can skip what is out of view (`content-visibility: auto`), and so that decorations
 * are found by a short walk. `lines` is an estimate of its height in lines, for the scroll bar of a text not yet laid out;
 * `before` counts the paragraphs of the sections before it, from which its own are numbered.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: {
      content: 'block+',
      attrs: { lines: { default: 1 }, before: { default: 0 } },
      toDOM: ({ attrs: { lines, before } }) => [
        'div',
        { class: 'section', style: `--lines: ${lines}; --paragraphs-before: ${before}` },
        0,
      ],
    },
    block: {
      content: 'text*',
      attrs: {
        kind: { default: 'paragraph' },
        level: { default: null },
        marker: { default: null },
        debris: { default: false },
        /** In texts of recordings: who begins to speak here, and when, shown above the block; empty where nobody does. */
        said: { default: null },
        /** The index of the block that it shows; where the text is corrected, of the one it comes from. */
        source: { default: null },
      },
      toDOM: (node) => {
        const { kind, level, marker, debris, said } = node.attrs
        const blank = node.textContent.trim() === ''
        const attrs: Record<string, string> = {
          class: `block ${kind}${blank ? ' blank' : ''}${debris ? ' debris' : ''}${said === null ? '' : ' said'}`,
        }
        if (level !== null && kind !== 'heading') attrs['data-level'] = String(level)
        if (marker !== null) {
          attrs['data-marker'] = marker
          attrs.style = `--marker: ${markerWidth(marker)}em`
        }
        if (said) attrs['data-said'] = said
        return [tagOf(node.attrs), attrs, 0]
      },
    },
    text: {},
  },
  marks: {
    strong: { toDOM: () => ['strong', 0] },
    emphasis: { toDOM: () => ['em', 0] },
    code: { toDOM: () => ['code', 0] },
    superscript: { excludes: '', toDOM: () => ['sup', 0] },
    subscript: { excludes: '', toDOM: () => ['sub', 0] },
    link: {
      attrs: { href: {} },
      toDOM: (mark) => ['span', { class: 'link', 'data-href': mark.attrs.href, title: mark.attrs.href }, 0],
    },
  },
})
