import { type Attribution, type Finder, type Subject, trimmedStretch } from './attribution'
import { quotesIn } from './quotes'

const VERB =
  '述べ|語っ|語り|話し|話す|言っ|言い|いっ|指摘し|強調し|説明し|答え|主張し|訴え|発言し|明言し|反論し|叫ん|つぶやい|尋ね|聞い|問い|批判し|表明し|報告し|コメントし'
/** Titles behind a name that are no part of it. */
const HONORIFIC =
  '(?:氏|さん|君|様|先生|教授|首相|大臣|知事|市長|町長|村長|社長|会長|議員|議長|長官|官房長官|監督|選手|記者)'
const AFTER = new RegExp(
  String.raw`^(?:など)?(?:と|って)(?:[、,]?\s*([^、。「」\s]{1,16}?)(?:は|が)[、,]?)?[^。「」、]{0,12}?(?:${VERB})(?:た|て|る|ます|ました)?`,
  'u',
)
const BEFORE = /(?:^|[。、,\s」])([^。、,「」\s]{1,24}?)(?:は|が)[、,]?[^。「」]{0,40}$/u
const PRONOUN = /^(?:彼|彼女|同氏|同首相|同知事|同市長)$/

/** Quoted speech in a paragraph of Japanese, in text order: 山田氏は「…」と述べた. */
export const japaneseSpeech: Finder = (text, known) =>
  quotesIn(text).flatMap(({ whole, inside }): Attribution[] => {
    const match = AFTER.exec(text.slice(whole.end, whole.end + 60))
    const said = trimmedStretch(text, inside)
    if (!match || !said) return []
    const cue = { start: whole.end, end: whole.end + match[0].length }
    const behind = match[1]
    if (behind !== undefined) {
      return [
        {
          subject: subjectOf(text, whole.end + match[0].indexOf(behind, 1), behind),
          cue,
          said,
          open: false,
          confidence: 0.85,
        },
      ]
    }
    const from = Math.max(0, whole.start - 80)
    const before = BEFORE.exec(text.slice(from, whole.start))
    const name = before?.[1]
    if (!before || name === undefined)
      return [{ subject: { kind: 'lastNamed' }, cue, said, open: false, confidence: 0.5 }]
    const start = from + before.index + before[0].indexOf(name)
    const confidence = known.has(name) ? 0.9 : 0.8
    return [
      {
        subject: subjectOf(text, start, name),
        cue: { start, end: start + name.length + 1 },
        said,
        open: false,
        confidence,
      },
    ]
  })

function subjectOf(text: string, start: number, words: string): Subject {
  if (PRONOUN.test(words)) return { kind: 'lastNamed' }
  const lead = Math.max(words.lastIndexOf('の') + 1, 0)
  const title = new RegExp(`.(${HONORIFIC}+)$`, 'u').exec(words)?.[1] ?? ''
  const from = start + (lead < words.length - title.length ? lead : 0)
  const end = start + words.length - title.length
  return {
    kind: 'name',
    at: { start: from, end },
    ...(title !== '' &&
      !/^(?:氏|さん|君|様)$/.test(title) && {
        title: { start: end, end: text.length < end + title.length ? text.length : end + title.length },
      }),
  }
}
