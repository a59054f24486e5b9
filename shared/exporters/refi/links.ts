import { guidOf } from './guid'
import type { Joined } from './joined'
import type { XmlWriter } from './xml'

/** The Links between passages, each from one to the other; nothing where there are none. `written` says of which highlights. */
export function writeLinks(xml: XmlWriter, { snapshot }: Joined, written: (highlight: string) => boolean): void {
  const links = (snapshot.links ?? []).filter(({ from, to }) => written(from) && written(to))
  if (links.length === 0) return
  xml.element('Links', {}, () => {
    for (const { id, relation, from, to } of links) {
      const ends = { originGUID: guidOf(from), targetGUID: guidOf(to) }
      xml.element('Link', { guid: guidOf(id), name: relation, direction: 'OneWay', ...ends })
    }
  })
}
