import type { Root } from 'hast'
import type { Block, DocumentMetadata } from '../../model/document'
import { nameWithoutExtension } from '../formats'
import { type PlacedBlocks, placedBlocks } from '../html-blocks'
import { pageMetadata } from '../html-metadata'
import type { ReadDocument, SourceFile } from '../importer'
import { languageOf } from '../language'
import type { Remarks } from '../remarks'
import { markAround, withHeadline } from './around'
import { baseAddress } from './base-address'
import { mainContent, proseText } from './main-content'
import { isReadable, readableText } from './readable'
import { revealMainText } from './reveal'
import { zoneOf } from './zones'

/**
 * Reads the tree of a whole page: its text, with what stands around the main content marked as debris, and what it
 * says about itself. Where no main content is sure, all is text. `location` is
 * the address it was saved from, when the file knows it.
 */
export async function readPage(
  root: Root,
  { name }: SourceFile,
  remarks: Remarks,
  location?: string,
): Promise<Pick<ReadDocument, 'title' | 'metadata' | 'language' | 'blocks'>> {
  revealMainText(root)
  const placed = placedBlocks(root, remarks, baseAddress(root, location))
  const page = pageMetadata(root, placed.blocks, location)
  const blocks = await withDebris(root, placed, page.metadata)
  const text = blocks.filter(({ debris }) => debris === undefined)
  const headline = text.find((block) => block.kind === 'heading' && block.level === 1)?.text
  return {
    title: page.title ?? headline ?? nameWithoutExtension(name),
    metadata: page.metadata,
    language: languageOf(text.map((block) => block.text).join('\n'), page.language),
    blocks,
  }
}

async function withDebris(root: Root, placed: PlacedBlocks, metadata: DocumentMetadata): Promise<readonly Block[]> {
  const isBare = placed.origins.every(({ linked }) => linked === 0) && ![...placed.parents.keys()].some(zoneOf)
  if (isBare) return withHeadline(placed.blocks, metadata.title)
  const kept = isReadable(root) ? await readableText(root) : proseText(placed)
  const content = kept && mainContent(placed, kept)
  return content ? markAround(placed, content, metadata) : withHeadline(placed.blocks, metadata.title)
}
