/**
 * Frequent characters whose Simplified and Traditional forms each exist in one script only, Simplified first. Taken
 * from the 1964/1986 General List of Simplified Characters (簡化字總表) among the commonest characters of news prose.
 * Left out are forms that both scripts write (后 里 干 面 云 只 台 才 系), so that each character found is evidence.
 */
const PAIRS =
  '国國这這会會个個们們来來时時为為学學对對发發经經说說产產种種电電见見长長问問应應开開关關进進动動过過还還' +
  '现現实實体體务務将將点點业業与與从從两兩战戰东東书書没沒党黨总總义義门門设設领領论論马馬员員军軍' +
  '题題统統导導处處农農决決数數观觀让讓话話华華报報济濟无無带帶议議记記达達头頭线線规規运運办辦选選' +
  '权權证證较較区區计計级級认認传傳组組转轉声聲则則单單团團结結给給强強历歷构構创創识識调調护護类類术術' +
  '极極环環责責验驗难難质質资資样樣织織满滿节節约約视視随隨优優协協势勢坚堅际際标標习習写寫爱愛亲親边邊' +
  '银銀钱錢车車语語读讀诗詩风風龙龍鱼魚鸟鳥汉漢广廣乡鄉县縣图圖'

const points = [...PAIRS]
const every = (remainder: 0 | 1): RegExp => {
  const characters = points.filter((_, index) => index % 2 === remainder)
  return new RegExp(`[${[...new Set(characters)].join('')}]+`, 'gu')
}

/** Characters of Simplified writing only. */
export const SIMPLIFIED_ONLY = every(0)
/** Characters of Traditional writing only. */
export const TRADITIONAL_ONLY = every(1)

/** The second half of a character outside the BMP. */
const SECOND_HALF = /[\udc00-\udfff]/g

/**
 * How many characters of `text` stand in the runs that the pattern (global, with the flag `u`) finds. Runs are found in a
 * small part of the time that single characters take: most of a Chinese text is Han.
 */
export function characterCount(text: string, runs: RegExp): number {
  let count = 0
  for (const run of text.match(runs) ?? []) count += run.length - (run.match(SECOND_HALF)?.length ?? 0)
  return count
}
