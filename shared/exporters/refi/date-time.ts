import type { Time } from '../../model/ids'
import { utc } from '../times'

/** The beginning of the year 1 and the end of the year 9999: what xsd:dateTime writes with four digits. */
const FIRST = -62_135_596_800_000
const LAST = 253_402_300_799_999

/** A moment as xsd:dateTime, in UTC and to the millisecond; undefined for one that it cannot write. */
export const dateTime = (time: Time): string | undefined => (time >= FIRST && time <= LAST ? utc(time) : undefined)
