/**
 * How unevenly a word is spread over texts: the deviation of proportions, DP (Gries, Dispersions and adjusted frequencies
 * in corpora, 2008), normalised so that 1 can be reached (Lijffijt and Gries, Correction to Gries 2008, 2012). Of each
 * text its share of all tokens is expected; half the sum of what the word's own shares differ from that, by 1 less the
 * smallest share. 0: each text has as many as its length asks for; 1: all stand in the shortest text.
 *
 * `counts` are those of texts that have the word, with these texts' `sizes` in tokens; `total` tokens are in all texts, and
 * `smallest` in the shortest that has any. 0 when there is but one text.
 */
export function dispersion(
  counts: readonly number[],
  sizes: readonly number[],
  { total, smallest }: { readonly total: number; readonly smallest: number },
): number {
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count === 0 || smallest >= total) return 0
  let [apart, expected] = [0, 0]
  for (const [i, each] of counts.entries()) {
    const share = (sizes[i] as number) / total
    apart += Math.abs(each / count - share)
    expected += share
  }
  // The texts without the word differ by their whole share.
  const deviation = (apart + Math.max(0, 1 - expected)) / 2
  return Math.min(1, deviation / (1 - smallest / total))
}
