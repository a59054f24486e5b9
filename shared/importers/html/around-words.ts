import type { Debris } from '../../model/document'

/** A longer line is more than a label, in UTF-16 units. */
const LONGEST = 100

const KINDS: readonly (readonly [Debris, RegExp])[] = [
  [
    'footer',
    /©|\(c\)\s*\d|版权|版權|版权所有|copyright|rights reserved|ICP[备備证]|公网安备|著作権|无断転載|無断転載|جميع الحقوق/i,
  ],
  ['qrCode', /扫一扫|掃一掃|扫码|掃碼|二维码|二維碼|QRコード|scan the (?:qr )?code/i],
  [
    'share',
    /^(?:分享|转发|轉發)|^(?:字体|字體|字号|字號)\s*[:：]|^(?:打印|收藏|列印)|^share(?:\s+(?:this|on)\b|:|$)|シェア|شارك/i,
  ],
  [
    'counter',
    /^(?:阅读|閱讀|浏览|瀏覽|点击|點擊|views?|reads?)(?:量|数|數|次数|次數)?\s*[:：]?\s*[\d,.]+\s*[万萬k+]*(?:\s|$)/i,
  ],
]

/** What a short line around the text is by its words; undefined where they do not tell. */
export const kindByWords = (text: string): Debris | undefined =>
  text.length > LONGEST ? undefined : KINDS.find(([, pattern]) => pattern.test(text))?.[0]

/** Previous and next: 上一篇：…, Next: … */
export const WAY_ON =
  /^(?:上一?[篇条條页頁则則]|下一?[篇条條页頁则則]|previous(?: post)?|next(?: post)?|older|newer|前の記事|次の記事)\s*[:：]/i

/** What is outside the text, and still a part of it: what is attached to a notice. */
export const belongsToText = (text: string): boolean => /^附件\s*[:：\d一二三]/.test(text)

const ORIGIN =
  /[责責]任?[编編]|[编編][辑輯]|[来來]源|原[标標]?[题題文]|作者|[记記]者|[审審校][核对對]|editor|source|^by\s/i

/** Lines that say who edited a text and where it is from. They are told apart by their words, not by their place. */
export const isOrigin = (text: string): boolean => text.length < LONGEST && ORIGIN.test(text)
