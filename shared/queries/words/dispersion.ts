/**
 * How unevenly a word is spread over texts: the deviation of proportions, DP (Gries, Dispersions and adjusted frequencies
 * in corpora, 2008), normalised so that 1 can be reached (Lijffijt and Gries, Correction to Gries 2008, 2012). Of each
 * text its share of all tokens is expected; half the sum of what the word's own shares differ from that, by 1 less the
 * smallest share. 0: each text has as many as its length asks for; 1: all stand in the shortest text.
 *
 * `apart` is the sum of the differences over the texts that have the word, `expected` the sum of these texts' shares, and
 * `smallest` the share of the shortest text that has any tokens. 0 when there is but one text.
 */
export function dispersion(apart: number, expected: number, smallest: number): number {
  if (smallest >= 1) return 0
  // The texts without the word differ by their whole share.
  const deviation = (apart + Math.max(0, 1 - expected)) / 2
  return Math.min(1, deviation / (1 - smallest))
}
