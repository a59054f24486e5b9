// @ts-check
// Prints fold-table.ts:  node shared/queries/make-fold-table.mjs > shared/queries/fold-table.ts
import hongKong from 'opencc-js/dict/HKVariants'
import hongKongBack from 'opencc-js/dict/HKVariantsRev'
import japanese from 'opencc-js/dict/JPShinjitaiCharacters'
import japaneseBack from 'opencc-js/dict/JPShinjitaiCharactersRev'
import toTraditional from 'opencc-js/dict/STCharacters'
import toSimplified from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariants'
import taiwanBack from 'opencc-js/dict/TWVariantsRev'

/**
 * Unicode's EquivalentUnifiedIdeograph (14.0.0) for each of U+2E81 to U+2EF3, a hyphen where there is none or it lies
 * outside the BMP. The Kangxi radicals U+2F00 to U+2FD5 have the same by NFKC.
 */
const RADICALS =
  '厂乛乚乙亻冂-刀刂卜㔾小小兀尣尢-巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王-目示礻-糹纟罓罒㓁冗-羊--耂肀聿肉-艹艹艹虎衤覀西见角-讠贝-车辶辶辶邑钅長镸长门-阝雨青韦页风飞食-飠饣-马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

/**
 * Variants that the dictionaries give only inside phrases (TSPhrases, STPhrases, HKVariantsPhrases), where both sides
 * are one word. Reviewed by hand: 俱/具, 象/像, 座/坐, 鍊/链 and 哩/里 are left apart, for they are words of their own.
 */
const IN_PHRASES =
  '瞭了 覆复 藉借 沈沉 彷仿 甦苏 畫划 伕夫 讎仇 濬浚 薰熏 荳豆 甯宁 鎗枪 拏拿 燄焰 澂澄 觔斤 籐藤 瑯琅 耡锄 揹背 斲斫 隄堤 菓果 頴穎 栢柏 彜彝 姸妍 鑛礦 鼇鰲'

/** Japanese short forms that are other words in Chinese (沪 is Shanghai), so that they stay apart from their long forms. */
const JAPANESE_ONLY = new Set('予弁欠芸糸缶沪浜連余')

/** @param {string} dictionary @returns {[string, string][]} the pairs of one UTF-16 unit each */
const pairs = (dictionary) =>
  dictionary.split('|').flatMap((entry) => {
    const [key = '', ...values] = entry.split(' ')
    return values.flatMap((value) =>
      key.length === 1 && value.length === 1 ? [/** @type {[string, string]} */ ([key, value])] : [],
    )
  })

/** @type {Map<string, string[]>} each character's class, which its members share */
const classes = new Map()
/** @param {string} a @param {string} b */
function unite(a, b) {
  const left = classes.get(a) ?? [a]
  const right = classes.get(b) ?? [b]
  const all = left === right ? left : [...left, ...right]
  for (const each of all) classes.set(each, all)
}

for (const dictionary of [toTraditional, toSimplified, taiwan, taiwanBack, hongKong, hongKongBack]) {
  for (const [a, b] of pairs(dictionary)) unite(a, b)
}
for (const [a, b] of [...pairs(japanese), ...pairs(japaneseBack)]) {
  if (!JAPANESE_ONLY.has(a) && !JAPANESE_ONLY.has(b)) unite(a, b)
}
for (const pair of IN_PHRASES.split(' ')) unite(pair.charAt(0), pair.charAt(1))

/** @type {Map<string, number>} how many characters become this one in Simplified script */
const simplifies = new Map()
for (const [, to] of pairs(toSimplified)) simplifies.set(to, (simplifies.get(to) ?? 0) + 1)
/** @param {string} each */
const rank = (each) => (each.normalize('NFKC') === each ? 1000 : 0) + (simplifies.get(each) ?? 0)
const rows = [...new Set(classes.values())]
  .filter((all) => all.length > 1)
  .map((all) => all.toSorted((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1)).join(''))
  .sort()

const lines = ['']
for (const row of rows) {
  const last = lines.length - 1
  if ((lines[last] ?? '').length + row.length > 110) lines.push(row)
  else lines[last] = `${lines[last]} ${row}`.trim()
}
const radicals = [...RADICALS].flatMap((to, i) => (to === '-' ? [] : [String.fromCharCode(0x2e81 + i) + to])).join('')

process.stdout.write(`// Made by make-fold-table.mjs from the dictionaries of opencc-js (OpenCC, Apache-2.0). Do not edit.

/** Characters that stand for each other, Traditional, Simplified and other variants; the first is what all become. */
export const VARIANTS = \`
${lines.join('\n')}
\`

/** A radical of U+2E80 to U+2EFF and the ideograph it looks like, by turns. */
export const RADICALS =
  '${radicals}'
`)
