import type { Fact } from './fact'

const LABELS = {
  source: /^(?:(?:文章|信息|稿件|新闻)?[来來]源|稿源|转自|轉自|source)\s*[:：]\s*/i,
  author: /^(?:作者|撰文|文|by(?=\s))\s*[:：/／\s]\s*/i,
  reporter: /^(?:(?:本[报報]|本[网網])?(?:通[讯訊][员員]|[记記]者))\s*[:：/／\s]\s*/,
  editor: /^(?:(?:责任|責任|本文|网络|網絡)?[编編][辑輯]|[责責][编編])\s*[:：/／\s]\s*/,
} as const

/** Values that say nothing: numbers of users, what the site's own program is called, what was never filled in. */
const NOTHING =
  /^(?:[\d\s\p{P}\p{S}]*|null|undefined|none|n\/a|unknown|admin(?:istrator)?|root|system|user|webmaster|editor|author|本站|未知|佚名|匿名|管理员|微信公众平台|微信公众号|[{$%<[].*[}%>\]])$/iu

/** Names of people and papers are no longer than this, in UTF-16 units: more is a sentence. */
const LONGEST_NAME = 200

/** A fact without the label that sites write before a value (来源：), in the field that label names; none when it says nothing. */
export function plainFact(fact: Fact): Fact[] {
  const { field, value } = fact
  if (field === 'date' || field === 'url') return [fact]
  if (field !== 'author' && field !== 'editor' && field !== 'source' && field !== 'reporter') {
    return /^[\s\p{P}\p{S}]*$/u.test(value) || /^(?:null|undefined)$/i.test(value) ? [] : [fact]
  }
  const isReporter = field === 'author' && LABELS.reporter.test(value)
  const to = isReporter ? 'reporter' : field
  const plain = value.replace(LABELS[to], '').trim()
  return NOTHING.test(plain) || /^https?:/i.test(plain) || plain.length > LONGEST_NAME
    ? []
    : [{ ...fact, field: to, value: plain }]
}
