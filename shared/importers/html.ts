import { fromHtml } from 'hast-util-from-html'
import { decode } from './encoding'
import { FORMATS, nameWithoutExtension } from './formats'
import { htmlBlocks } from './html-blocks'
import { pageMetadata } from './html-metadata'
import { refuseTooManyTags } from './html-size'
import type { Importer } from './importer'
import { languageOf } from './language'
import { Remarks } from './remarks'

/**
 * Reads saved web pages with parse5, as a browser without scripts would show them. All visible text is kept, in
 * document order; nothing is fetched.
 */
export const html: Importer = {
  id: 'html',
  extensions: FORMATS.html,
  prose: true,
  read(file, options) {
    const remarks = new Remarks()
    const { text, encoding } = decode(file, options, remarks)
    refuseTooManyTags(file.name, text)
    const root = fromHtml(text)
    const blocks = htmlBlocks(root, remarks)
    const page = pageMetadata(root, blocks)
    const headline = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text
    return {
      title: page.title ?? headline ?? nameWithoutExtension(file.name),
      metadata: page.metadata,
      language: languageOf(blocks.map((block) => block.text).join('\n'), page.language),
      format: 'html',
      encoding,
      blocks,
      remarks: remarks.all(),
    }
  },
}
