/** Elements that HTML knows to have no content. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/**
 * XHTML so that a reader of HTML understands it: elements that close themselves (`<a id="x"/>`, `<title/>`) get an end
 * tag, since in HTML they would go on; CDATA sections become text. `text` is the source of a page that says it is XML.
 */
export const xhtmlAsHtml = (text: string): string =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
    .replace(/<([a-zA-Z][\w:.-]*)([^<>]*)\/>/g, (tag, name: string, attributes: string) =>
      VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
    )

/** Whether a page says that it is XML. `start` is its beginning. */
export const isXml = (start: string): boolean => /^\s*<\?xml\s/.test(start)
