/** Control words that stand for characters. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}
/** Control symbols that stand for characters; others stand for none. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
  '\t': '\t',
}
/** Groups in which nothing is text of the document. Others of that kind begin with `\*`. */
export const PASSED_OVER = new Set(
  (
    'colortbl filetbl template private datafield xe tc tcn rxe bkmkstart bkmkend listtable listoverridetable revtbl ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntxta pntxtb sp sn sv shprslt nonshppict nonesttables mmathPict do ' +
    'fontemb fontfile panose falt objdata'
  ).split(' '),
)
/** Groups behind `\*` in which something is to be read. */
export const STARRED = new Set(
  (
    'atnid atnauthor atnref atndate atnparent annotation atrfstart atrfend fldinst shpinst shppict ud nesttableprops ' +
    'company moMath'
  ).split(' '),
)
/** The groups of what runs through the pages. */
export const HEADS = /^(?:header|footer)[lrf]?$/
