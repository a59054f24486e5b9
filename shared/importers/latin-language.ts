/** Some of the commonest function words of each language; words shared by several count for each. */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in is that it was for with as be on not this by have are from which but at or an his they',
    fr: 'le la les de des du et à un une que qui est dans pour il elle ne pas sur au ce se avec par plus sont ou mais',
    de: 'der die das und in den von zu mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass',
    es: 'el la los las de y que en un una es por con se no del para al lo su como más pero sus o este fue ha son',
    it: 'il lo la gli le di e che è in un una per con non si del della dei da al sono come più ma anche nel alla',
    pt: 'o a os as de e que do da em um uma para com não é no na se dos por mais como mas foi ao das ele sua ou',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Fewer words than this say nothing about a language. */
const FEWEST_WORDS = 12
/** One word again and again (the `a` of a list) says nothing either: this many different ones are demanded. */
const FEWEST_DIFFERENT = 4
/** In running prose of these languages the words above are at least a third of all; half of that is demanded. */
const LEAST_SHARE = 0.15
/** How far the best language must be ahead of the next: neighbours such as es and pt share many words. */
const LEAD = 1.15

/** The language of a text in Latin letters among those known here, by its function words; else `und`. */
export function latinLanguage(text: string): string {
  const words = text.toLowerCase().match(/[\p{sc=Latin}\p{M}]+/gu) ?? []
  if (words.length < FEWEST_WORDS) return 'und'
  const ranked = Object.entries(FUNCTION_WORDS)
    .map(([language, known]) => ({ language, count: words.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]]
  const different = new Set(words.filter((word) => FUNCTION_WORDS[best.language]?.has(word))).size
  if (different < FEWEST_DIFFERENT) return 'und'
  if (best.count < words.length * LEAST_SHARE || best.count < next.count * LEAD) return 'und'
  return best.language
}
