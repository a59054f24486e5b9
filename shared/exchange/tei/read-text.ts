import { type Block, plainText } from '../../model/document'
import { childrenOf, type XmlElement } from '../refi/element'
import { type TeiPlace, TextBuilder } from './text-builder'

/** A text as it was read, with the places of its elements. */
export interface TeiText {
  readonly blocks: readonly Block[]
  readonly text: string
  /** The elements that have an `xml:id`, by it. */
  readonly places: ReadonlyMap<string, TeiPlace>
  /** Elements that point to what they mean: their `ana`. */
  readonly meaning: readonly { readonly element: XmlElement; readonly place: TeiPlace }[]
  readonly builder: TextBuilder
  /** What is written in its blocks, white space and all: what pointers count in. */
  readonly raw: string
}

/** Elements that stand on lines of their own wherever they are. */
const BLOCKS = new Set(
  'p ab head item l label row speaker stage byline dateline signed salute titlepart trailer figdesc'.split(' '),
)
/** Elements that are blocks where no block holds them: in a division, a list of notes. */
const LOOSE = new Set(['quote', 'q', 'note', 'said', 'seg', 'u'])
/** What is no part of the text: running heads, headers, what stands apart or says something of the text. */
const LEFT_OUT = new Set('teiheader standoff fw del span spangrp interp interpgrp linkgrp joingrp altgrp'.split(' '))

const levelIn = ({ attributes }: XmlElement): number | undefined => {
  const [, digit] = /(?:^|\s)level-([1-9])(?:\s|$)/.exec(attributes.rend ?? '') ?? []
  return digit === undefined ? undefined : Number(digit)
}

interface Context {
  readonly preserve: boolean
  /** How deep it lies in divisions and in lists. */
  readonly divisions: number
  readonly lists: number
  readonly numbered?: true
  readonly at?: number
}

/** What kind of block an element is. */
function factsOf(element: XmlElement, { divisions, lists, numbered, at = 0, preserve }: Context): Block {
  const { name, attributes } = element
  const level = levelIn(element)
  const marker = attributes.n
  const leveled = level === undefined ? {} : { level }
  if (name === 'head') return { kind: 'heading', text: '', level: level ?? Math.min(6, Math.max(1, divisions)) }
  if (name === 'item') {
    const usual = numbered ? `${at + 1}.` : '•'
    const shown = marker ?? (preserve ? undefined : usual)
    const depth = level ?? (preserve ? undefined : Math.max(1, lists))
    return { kind: 'listItem', text: '', ...(depth && { level: depth }), ...(shown !== undefined && { marker: shown }) }
  }
  if (name === 'quote' || name === 'q') return { kind: 'quotation', text: '', ...(preserve ? leveled : { level: 1 }) }
  if (name === 'row') return { kind: 'tableRow', text: '' }
  if (name === 'note') return { kind: 'footnote', text: '', ...(marker !== undefined && { marker }), ...leveled }
  const { type } = attributes
  const kind = name === 'ab' && (type === 'tableRow' || type === 'code' || type === 'caption') ? type : 'paragraph'
  return { kind: name === 'figdesc' ? 'caption' : kind, text: '', ...leveled }
}

/** Reads a `text` element: its front, body and back. Notes inside a block come after all the rest. */
export function readTeiText(text: XmlElement): TeiText {
  const builder = new TextBuilder()
  const places = new Map<string, TeiPlace>()
  const meaning: { element: XmlElement; place: TeiPlace }[] = []
  const later: { element: XmlElement; context: Context }[] = []

  const inside = (element: XmlElement, context: Context): void => {
    let at = 0
    for (const part of element.content ?? []) {
      if (typeof part === 'string') builder.add(part, context.preserve && builder.isOpen)
      else {
        walk(part, { ...context, at })
        if (part.name === 'item') at += 1
      }
    }
  }

  const walk = (element: XmlElement, outer: Context): void => {
    const { name, attributes } = element
    if (LEFT_OUT.has(name)) return
    const preserve = attributes.space === undefined ? outer.preserve : attributes.space === 'preserve'
    const context: Context = { ...outer, preserve }
    if (name === 'lb') return attributes.break === 'no' ? undefined : builder.part(true)
    if (name === 'pb') return attributes.n ? builder.turn(attributes.n) : undefined
    if (name === 'note' && builder.isOpen) {
      later.push({ element, context })
      return
    }
    const isBlock = BLOCKS.has(name) || (LOOSE.has(name) && !builder.isOpen && isLoose(element))
    if (isBlock) {
      const { kind, text: _, ...facts } = factsOf(element, context)
      builder.begin(kind, facts, preserve)
    }
    const mark = builder.mark()
    if (name === 'choice' || name === 'app') {
      const [chosen] = element.children.filter((child) => ['corr', 'reg', 'expan', 'lem'].includes(child.name))
      const one = chosen ?? element.children[0]
      if (one) walk(one, context)
    } else if (name === 'row') {
      for (const [at, cell] of element.children.entries()) {
        if (at > 0) builder.add('\t', true)
        walk(cell, context)
      }
    } else {
      const isList = name === 'list'
      const numbered = isList && /order|number/.test(`${attributes.rend ?? ''} ${attributes.type ?? ''}`)
      inside(element, {
        ...context,
        divisions: context.divisions + (/^div\d?$/.test(name) ? 1 : 0),
        lists: context.lists + (isList ? 1 : 0),
        ...(numbered && { numbered }),
      })
    }
    const place = builder.place(mark)
    if (attributes.id !== undefined && !places.has(attributes.id)) places.set(attributes.id, place)
    if (attributes.ana !== undefined) meaning.push({ element, place })
    if (isBlock) builder.finish()
  }

  walk(text, { preserve: false, divisions: 0, lists: 0 })
  builder.finish()
  for (const { element, context } of later) walk(element, context)
  builder.finish()
  const blocks: readonly Block[] = builder.blocks.length > 0 ? builder.blocks : [{ kind: 'paragraph', text: '' }]
  return { blocks, text: plainText(blocks), places, meaning, builder, raw: builder.raw() }
}

/** A quotation or note that holds blocks is none itself. */
const isLoose = (element: XmlElement): boolean =>
  !element.children.some(({ name }) => BLOCKS.has(name)) && childrenOf(element, 'quote').length === 0
