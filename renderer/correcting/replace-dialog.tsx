import { useState } from 'react'
import { Button, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { plainText, type SourceDocument } from '#shared/model/document'
import type { Highlight } from '#shared/model/highlight'
import type { HighlightId } from '#shared/model/ids'
import { useActions } from '../actions/context'
import type { Replacement } from '../actions/replacing'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'
import { MovedList } from './moved-list'
import { QuotePair } from './quote-pair'

export interface ReplaceDialogProps {
  readonly document: SourceDocument
  readonly replacement: Replacement
}

/** What another file in a document's place would make of its highlights: each that changes or is lost, to be accepted or refused. */
export function ReplaceDialog({ document, replacement }: ReplaceDialogProps) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const [refused, setRefused] = useState<ReadonlySet<HighlightId>>(new Set())
  const [reason, setReason] = useState('')
  const [saving, setSaving] = useState(false)
  const replace = (): void => {
    setSaving(true)
    void actions.replaceSource(replacement, refused, reason).then(() => setSaving(false))
  }
  const { file, read, highlights, locations } = replacement
  const [text] = useState(() => plainText(read.blocks))
  const standing = highlights.map((highlight, i) => ({ highlight, location: locations[i] }))
  const of = (state: 'exact' | 'moved' | 'changed' | 'lost'): readonly Highlight[] =>
    standing.flatMap(({ highlight, location }) =>
      location?.state === state && highlight.lost === undefined ? [highlight] : [],
    )
  const [changed, lost] = [of('changed'), of('lost')]
  const foundFor = (id: HighlightId): string => {
    const location = standing.find(({ highlight }) => highlight.id === id)?.location
    return location && location.state !== 'lost' ? text.slice(location.start, location.end) : ''
  }
  const decide = (id: HighlightId, keep: boolean): void => {
    const others = [...refused].filter((each) => each !== id)
    setRefused(new Set(keep ? others : [...others, id]))
  }
  const counts = {
    exact: of('exact').length,
    moved: of('moved').length,
    changed: changed.length - refused.size,
    lost: lost.length + refused.size,
  }
  return (
    <Sheet title={t('replacing.title')} size="wide">
      <div className="form">
        <p>{t('replacing.text', { file: file.name, before: document.fileName })}</p>
        <p>
          <strong>{t('replacing.passages')}</strong> {t('replacing.counts', counts)}
        </p>
        <div className="review">
          <MovedList
            title={t('replacing.changed', { count: changed.length })}
            highlights={changed}
            decision={({ id, passage }) => (
              <RadioGroup
                className="decision"
                aria-label={passage.quote.slice(0, 40)}
                orientation="horizontal"
                value={refused.has(id) ? 'refuse' : 'accept'}
                onChange={(value) => decide(id, value === 'accept')}
              >
                <Radio value="accept" className="choice">
                  {t('replacing.accept')}
                </Radio>
                <Radio value="refuse" className="choice">
                  {t('replacing.refuse')}
                </Radio>
              </RadioGroup>
            )}
          >
            {({ id, passage }) => (
              <QuotePair before={passage.quote} after={foundFor(id)} language={document.language} />
            )}
          </MovedList>
          <MovedList
            title={t('replacing.lost', { count: lost.length })}
            text={t('correcting.lostMeans', { count: lost.length })}
            highlights={lost}
          >
            {({ passage }) => (
              <blockquote className="lost-quote" lang={document.language}>
                {passage.quote}
              </blockquote>
            )}
          </MovedList>
        </div>
        <TextField value={reason} onChange={setReason} className="field">
          <Label>{t('correcting.reason')}</Label>
          <Input placeholder={t('replacing.reasonHint')} />
        </TextField>
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" autoFocus isDisabled={saving} onPress={replace}>
            {t(saving ? 'correcting.saving' : 'replacing.do')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
