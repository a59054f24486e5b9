import { type ExchangeFormat, LOSSES } from './losses'

/** How the table names the formats. */
const TITLES: { readonly [F in ExchangeFormat]: string } = {
  pingdian: 'Pingdian archive (`.pingdian`)',
  qdpx: 'REFI-QDA project (`.qdpx`)',
  qdc: 'REFI-QDA codebook (`.qdc`)',
  'web-annotation': 'W3C Web Annotation (`.jsonld`)',
  tei: 'TEI P5 (`.xml`)',
  csv: 'Tables of taggings or passages (`.csv`)',
}

/** `LOSSES` as the Markdown table in the README: a row for each thing, a column for each format, a cross where it is lost. */
export function lossTable(): string {
  const formats = Object.keys(TITLES) as ExchangeFormat[]
  const sentences = [...new Set(formats.flatMap((format) => LOSSES[format].map(({ says }) => says)))]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['not carried', ...formats.map((format) => TITLES[format])]),
    row(['---', ...formats.map(() => ':-:')]),
    ...sentences.map((sentence) => row([sentence, ...formats.map((format) => crossOf(format, sentence))])),
  ].join('\n')
}

const crossOf = (format: ExchangeFormat, sentence: string): string =>
  LOSSES[format].some(({ says }) => says === sentence) ? '×' : ''
