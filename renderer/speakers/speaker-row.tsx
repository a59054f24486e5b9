import { useLanguage, useMessages } from '../app/language'
import { type SpeakerLine, type Ticks, ticked } from './speaker-ticks'

export interface SpeakerRowProps {
  readonly line: SpeakerLine
  /** The document's plain text, and its language (BCP 47). */
  readonly text: string
  readonly language: string
  readonly ticks: Ticks
  /** Those that are marked already: they cannot be ticked. */
  readonly accepted: Ticks
  readonly onTurn: () => void
}

/** A speaker with their posts, or what one says with the words that tell so; both with a box to tick. */
export function SpeakerRow({ line, text, language, ticks, accepted, onTurn }: SpeakerRowProps) {
  const t = useMessages()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  if (line.kind === 'speaker') {
    const { speaker, posts, said } = line.group
    const open = said.filter((each) => !accepted.has(each))
    const state = ticked(open, ticks)
    return (
      <div className="speaker">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('speakers.ofSpeaker', { speaker })}
          checked={state === 'all'}
          disabled={open.length === 0}
          ref={(box) => {
            if (box) box.indeterminate = state === 'some'
          }}
          onChange={onTurn}
        />
        <span className="speaker-name" lang={language}>
          {speaker}
          {posts.length > 0 && <span className="speaker-posts">{posts.join(t('speakers.comma'))}</span>}
        </span>
        <span className="count">{said.length}</span>
      </div>
    )
  }
  const { suggestion } = line
  const { start, end, cue, speaker, confidence } = suggestion
  const quote = text.slice(start, end)
  const told = cue.end > cue.start ? t('speakers.cue', { cue: text.slice(cue.start, cue.end) }) : t('speakers.source')
  const isAccepted = accepted.has(suggestion)
  return (
    <div className="said" data-accepted={isAccepted || undefined}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('speakers.said', { speaker, quote })}
        checked={isAccepted || ticks.has(suggestion)}
        disabled={isAccepted}
        onChange={onTurn}
      />
      <div>
        <blockquote lang={language}>{quote}</blockquote>
        <p className="said-facts">
          <span lang={language} title={told}>
            {told}
          </span>
          <span>{isAccepted ? t('speakers.accepted') : t('speakers.sure', { sure: percent.format(confidence) })}</span>
        </p>
      </div>
    </div>
  )
}
