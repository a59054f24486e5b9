import { folded, pattern } from './folded'

/** A sentence of the text is at least so long, in UTF-16 units; Latin letters are half as wide. */
const SHORTEST_SENTENCE = 15
const SHORTEST_PARAGRAPH = 60

const WHEN = pattern('^\\s?(?:时\\s{0,4}间|日\\s{0,4}期|date|time|日時)\\s?:')
const FORM = pattern(
  '^\\s?(?:地\\s{0,4}点|人\\s{0,4}物|人\\s{0,4}员|主\\s{0,4}题|议\\s{0,4}题|主持(?:人)?|参加(?:人员)?|出席(?:人员)?|列席|记录(?:人)?|受访(?:人|者)|采访(?:人|者|对象|地点|时间)|访谈(?:人|对象|地点)|嘉\\s{0,4}宾|对\\s{0,4}象|会议|place|venue|location|present|attendees|interviewee|場所|出席者)[^:]{0,6}\\s?:',
)
const DAY_ALONE = pattern(
  '^[\\[]?\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?[\\]]?$|^[a-z]{3,9}\\.? \\d{1,2},? \\d{4}$|^\\d{1,2} [a-z]{3,9}\\.? \\d{4}$',
)
export const isBracketedDate = (text: string): boolean =>
  /^[(（][^)）]*[)）]$/.test(text.trim()) && !/[:：|]/.test(text)

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

const NAMED_BEHIND = /(?<=[。．.!?！？”])\s?[(（【[〔][^()（）【】[\]〔〕。]{2,60}[)）】\]〕]\s?\d{0,8}$/u

/** Whether a line that nothing explains is a paragraph or a sentence of the text. */
export function isText(line: string): boolean {
  // Who wrote or edited it may stand in brackets behind the last sentence.
  const text = line.trim().replace(NAMED_BEHIND, '')
  const width = WIDE.test(text.slice(0, 200)) ? 1 : 2
  if (text.length >= SHORTEST_PARAGRAPH * width * 1.5) return true
  if (/[。．｡؟۔।][”’」』）)"'\]]*$/u.test(text) || /[.][”’)"'\]]*$/u.test(text))
    return text.length >= SHORTEST_SENTENCE * width
  return /[!?！？…：:；;][”’」』）)"'\]]*$/u.test(text) && text.length >= 2 * SHORTEST_SENTENCE * width
}

const MOTTO = pattern(
  '[★☆◆◇♥❤✿※~]\\s?\\S{0,12}$|\\S\\s?[★☆◆◇♥❤✿]\\s?\\S|(?:网|论坛|文库|社区|之家|在线|大全|资源|范文|official site)\\s?(?:[-—–_|·]{1,3}|:)\\s?\\S|www\\.|\\.(?:com|cn|net|org)(?:$|[\\s/])|欢迎(?:访问|光临|来到|您)',
)
/** The name and motto of a site, above the title. */
export const isMotto = (line: string): boolean => line.length <= 80 && !/。/.test(line) && MOTTO.test(line)

/** Whether a line says when something took place, as the head of a record does. */
export const isWhen = (line: string): boolean => WHEN.test(folded(line))
/** Whether a line says where something took place, or who took part. */
export const isOfRecord = (line: string): boolean => FORM.test(folded(line))
/** Whether a line is a day and nothing else. */
export const isDay = (line: string): boolean => DAY_ALONE.test(folded(line).trim())

/** Whether a line stands where the page has a picture, and nothing of that was copied. */
export const isPicturePlace = (line: string): boolean => /^(?:图片|圖片|图像|圖像|image|图)$/iu.test(line.trim())

/** What leads from a headline to the text is no longer than this, in UTF-16 units; Latin letters are half as wide. */
const LONGEST_LEAD = 120
export const isLeadLong = (line: string): boolean => line.length > LONGEST_LEAD * (WIDE.test(line) ? 1 : 2)

/** The name of a part of a site has no more wide characters than this, or no more words. */
const PART = 5
const PART_WORDS = 2

/** Whether a line is so short that it may name a part of a site. */
export function isPartOfSite(line: string): boolean {
  const words = line.trim()
  if (/[\p{P}\p{N}]/u.test(words.replace(/[&・·]/gu, '')) || !/\p{L}/u.test(words)) return false
  return WIDE.test(words) ? words.length <= PART : words.split(/\s+/).length <= PART_WORDS
}
