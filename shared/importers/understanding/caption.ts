import { folded, pattern } from './folded'

/** A caption is no longer than this, in UTF-16 units; what makes it one stands in so many at its ends. */
const LONGEST = 320
const NEAR = 80

const BEGINS = pattern(
  '^(?:[▲△▼▽↑↓]\\s?\\S|[(（【\\[]?(?:上|下|左|右|题|配)?图(?:为|片说明|说明|\\s?[\\d①-⑳一二三四五]{1,2}\\s?[:、.]|片?\\s?:)|(?:photo|image|picture)\\s?(?:caption)?\\s?:|(?:图像|图片|照片)(?:来源|加注文字)[,:]|(?:م)?صدر الصورة[،,:]|写真\\s?[:=]|صورة\\s?:)',
)
const ENDS = [
  '(?:^|[\\s。.!?、(/:]|记者|通讯员|摄影)(?:\\p{sc=Han}{2,4}|\\p{sc=Han} {1,2}\\p{sc=Han})\\s?[/(]?\\s?摄(?:影)?\\s?[)）】\\]]?\\s?(?:\\s\\d{2,4}年\\d{1,2}月\\d{1,2}日)?$',
  '[(（【\\[](?:资料|视频|网络|历史|档案|新华社|图虫|视觉中国|效果)?(?:图|图片|照片|资料图片?|资料照片|截图|发)?(?:来源\\s?:[^()]{2,30}|资料(?:图|照)片?|截图|效果图|供图|示意图|[^()。]{2,24}供图|[^()。]{2,16}(?:提供|发))[)）】\\]]$',
  '(?:[\\s。](?:[^\\s。]{0,4}图片?(?:均)?(?:为|由))?[^\\s。]{2,14}\\s?供图|图片?来源\\s?[:/|]\\s?[^。]{2,24}|图/[^\\s。]{2,14}|资料图片?)$',
  '[(\\[](?:(?:file|handout|courtesy)\\s)?(?:photo|image|picture|photograph)s?(?:\\s|/|:)[^()\\[\\]]{2,60}[)\\]]\\.?$|[(\\[](?:xinhua|ap|reuters|afp|getty)(?:\\sphoto)?/[^()\\[\\]]{2,60}[)\\]]$|\\((?:ap|file)\\sphoto[^)]{0,60}\\)$',
  '\\b(?:photo(?:graph)?s?|image|picture|credit|illustration)\\s?(?:by\\s|\\.{3}|…|credit\\s?:\\s?|courtesy\\s(?:of\\s)?|:\\s|/)[^.!?]{2,60}\\.?$|/\\s?(?:getty\\simages|afp|reuters|ap)$',
  '©(?<=^.{8,90})\\s?[^。©\\d]{2,24}$',
  '[\\[(<](?:사진|자료)\\s?[=:/]\\s?[^\\])>]{2,24}[\\])>]$',
  '[=(][^()=]{0,24}(?:撮影|写真)\\)?$|\\((?:写真|提供)\\s?[:=]?[^()]{2,30}\\)$',
].map((source) => pattern(source))

/** Whether a paragraph is the caption of a picture: it says who took it, or what it shows. */
export function isCaption(paragraph: string): boolean {
  if (paragraph.length > LONGEST) return false
  if (BEGINS.test(folded(paragraph.slice(0, NEAR)))) return true
  // What is cut off does not begin there.
  const end = folded(`${paragraph.length > NEAR ? '…' : ''}${paragraph.slice(-NEAR).trimEnd()}`)
  return ENDS.some((each) => each.test(end))
}

const PHOTOGRAPHER =
  /(?:[記记]者|[攝摄]影|[\s。.(（:：/／])[:：/／\s]?((?:\p{sc=Han}{2,4}|\p{sc=Han}[ \u00a0\u3000]\p{sc=Han})(?:[、 ]\p{sc=Han}{2,4}){0,3})\s?[/／]?\s?[攝摄]影?\s?[)）]?$/u

/** Who took the picture, as its caption says at its end; undefined when it does not say. */
export const photographerIn = (caption: string): string | undefined =>
  PHOTOGRAPHER.exec(caption.slice(-NEAR).trimEnd())?.[1]?.replace(/^(\p{sc=Han})\s(\p{sc=Han})$/u, '$1$2')
