import type { Time } from '../model/ids'

/** A moment as xsd:dateTime and ISO 8601 write it; one without an offset is taken for UTC. Undefined for what is none. */
export function momentOf(written: string): Time | undefined {
  const [found, day, time = 'T00:00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      written.trim().replace(' ', 'T'),
    ) ?? []
  if (!found) return undefined
  const moment = Date.parse(`${day}${time.toUpperCase().replace(/(\.\d{3})\d+/, '$1')}${zone.toUpperCase()}`)
  return Number.isNaN(moment) ? undefined : moment
}
