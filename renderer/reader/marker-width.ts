/** The width of a narrow sign, of a stop or bracket, and of any other sign that is not wide, in em. */
const DIGIT = 0.52
const STOP = 0.3
const OTHER = 0.6

/** How wide the marker of a list item is about, in em: Chinese, Japanese and Korean signs are 1 em wide, others less. */
export function markerWidth(marker: string): number {
  let width = 0
  for (const sign of marker) {
    if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(sign)) width += 1
    else if (/\d/.test(sign)) width += DIGIT
    else if (/[\s.,:;()[\]'’|Iijlt]/.test(sign)) width += STOP
    else width += OTHER
  }
  return Math.round(width * 100) / 100
}
