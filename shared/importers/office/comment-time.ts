/** When a comment was made: ISO 8601, in the time of the writer's place where nothing else is said; it is read as UTC. */
export function commentTime(written: string | undefined): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(written?.trim() ?? '')
  if (!match) return undefined
  const time = Date.parse(`${match[1]}${match[2] ?? 'Z'}`)
  return Number.isNaN(time) ? undefined : time
}
