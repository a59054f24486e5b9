import { words } from './folded'

/** The names of the twelve months in the languages whose pages are understood, as they are folded. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  'january jan janvier januar jänner enero ene января янв يناير كانون_الثاني جانفي',
  'february feb février fevrier februar febrero февраля фев فبراير شباط فيفري',
  'march mar mars märz maerz marzo марта март мар مارس آذار',
  'april apr avril abril abr апреля апр أبريل ابريل إبريل نيسان أفريل',
  'may mai mayo мая مايو أيار ماي',
  'june jun juin juni junio июня июн يونيو حزيران جوان',
  'july jul juillet juli julio июля июл يوليو تموز جويلية',
  'august aug août aout agosto августа авг أغسطس اغسطس آب أوت',
  'september sept sep septembre septiembre сентября сен سبتمبر أيلول',
  'october oct octobre oktober octubre октября окт أكتوبر اكتوبر تشرين_الأول',
  'november nov novembre noviembre ноября ноя نوفمبر تشرين_الثاني',
  'december dec décembre decembre dezember diciembre декабря дек ديسمبر كانون_الأول',
].map(words)

const NUMBERS = new Map(MONTH_NAMES.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))

/** Every name of a month, for a regular expression. */
export const MONTHS = [...NUMBERS.keys()]

/** The number of a month by its name, 1 to 12. */
export const monthNumber = (name: string): number | undefined => NUMBERS.get(name)

/** The year before the first one of an era: 民國 1 is 1912. Folded, as `folded` gives it. */
export const ERAS: Readonly<Record<string, number>> = {
  民国: 1911,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
}
