import { fromHtml } from 'hast-util-from-html'
import { decode } from './encoding'
import { extensionOf, FORMATS } from './formats'
import { readPage } from './html/page'
import { isXml, xhtmlAsHtml } from './html/xhtml'
import { refuseTooManyTags } from './html-size'
import type { Importer } from './importer'
import { Remarks } from './remarks'

/**
 * Reads saved web pages with parse5, as a browser without scripts would show them. All visible text is kept, in
 * document order; nothing is fetched.
 */
export const html: Importer = {
  id: 'html',
  extensions: FORMATS.html,
  prose: true,
  async read(file, options) {
    const remarks = new Remarks()
    const { text, encoding } = decode(file, options, remarks)
    refuseTooManyTags(file.name, text)
    const isXhtml = extensionOf(file.name) === 'xhtml' && isXml(text)
    const root = fromHtml(isXhtml ? xhtmlAsHtml(text) : text)
    const { blocks, ...page } = await readPage(root, file, remarks)
    return { ...page, format: 'html', encoding, blocks, remarks: remarks.all() }
  },
}
