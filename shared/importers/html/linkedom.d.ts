/** The part of linkedom that is used here: a tree of elements, built by hand. Its own types need a window's. */
declare module 'linkedom/worker' {
  export interface DomNode {
    readonly nodeType: number
    readonly nodeName: string
    readonly parentNode: DomNode | null
    readonly childNodes: readonly DomNode[]
    readonly textContent: string
    appendChild(child: DomNode): void
    getAttribute(name: string): string | null
    setAttribute(name: string, value: string): void
  }
  export interface DomDocument {
    readonly documentElement: DomNode
    readonly body: DomNode
    createElement(name: string): DomNode
    createTextNode(text: string): DomNode
  }
  export function parseHTML(html: string): { readonly document: DomDocument }
}
