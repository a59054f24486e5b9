import type { Element } from 'hast'
import { attribute, DIVISIONS } from '../html-elements'

/** Classes of the line below an image. */
const CLASS =
  /(?:^|[\s_-])(?:pic-?te?xt|fig-?caption|img-?(?:desc|caption|text|title)|photo-?(?:desc|caption)|pic-?(?:desc|info)|image-?(?:desc|caption)|caption-text|tuzhu|tushuo)(?:$|[\s_-])/i
/** How such a line begins, or ends: with who took the picture. */
const LINE =
  /^(?:[▲△▼↑]|[图圖](?:[为為片注：:]|\s*\d+\s*[：:])|photo(?:graph)?\s*[:：])|(?:[摄攝]|供[图圖]|资料[图圖]片?|資料照片?|撮影)\s*[）)。]?$/i
/** A longer line is a paragraph, in UTF-16 units. */
const LONGEST = 200

/** Whether an element is the line below an image, by its class. */
export const isCaption = (element: Element): boolean =>
  DIVISIONS.has(element.tagName) && CLASS.test(attribute(element, 'className') ?? '')

/** Whether a line after an image says what is on it, or who took it. */
export const isCaptionLine = (text: string): boolean => text.length < LONGEST && LINE.test(text)
