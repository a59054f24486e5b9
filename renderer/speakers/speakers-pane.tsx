import { X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { acceptedSpeakers } from '#shared/queries/accepted-speakers'
import { speakerGroups } from '#shared/queries/speaker-groups'
import type { SpeakerSuggestion } from '#shared/queries/speakers'
import { useActions } from '../actions/context'
import type { OpenText } from '../actions/desk'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import type { MarkedRows } from '../highlights/marked'
import { SpeakerRow } from './speaker-row'
import { linesOf, type SpeakerLine, type Ticks, turned } from './speaker-ticks'
import './speakers.css'

export interface SpeakersPaneProps {
  readonly text: OpenText
  /** The highlights of the document. */
  readonly rows: MarkedRows['rows']
}

const NONE: readonly SpeakerSuggestion[] = []

/**
 * Who says what in the open document, as suggestions beside the text: a click shows a place, and what is ticked and
 * accepted is marked in one step. It is no layer over the window, so that the text can be read.
 */
export function SpeakersPane({ text, rows }: SpeakersPaneProps) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const [found, setFound] = useState<readonly SpeakerSuggestion[] | null>(null)
  const [ticks, setTicks] = useState<Ticks>(new Set())
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void actions.suggestSpeakers().then((suggestions) => {
      if (here) setFound(suggestions ?? NONE)
    })
    return () => {
      here = false
      actions.showStretches([], null)
    }
  }, [actions])

  const suggestions = found ?? NONE
  const groups = useMemo(() => speakerGroups(suggestions), [suggestions])
  const lines = useMemo(() => linesOf(groups), [groups])
  const accepted = useMemo(
    () =>
      acceptedSpeakers(suggestions, {
        themes: open?.themes ?? [],
        highlights: rows.map(({ highlight }) => highlight),
        taggings: rows.flatMap(({ taggings }) => taggings),
      }),
    [suggestions, open, rows],
  )
  const chosen = suggestions.filter((each) => ticks.has(each) && !accepted.has(each))

  const close = (): void => {
    dispatch({ type: 'showSpeakers', open: false })
    actions.focusReader()
  }
  const turn = (line: SpeakerLine): void => {
    const those = line.kind === 'said' ? [line.suggestion] : line.group.said
    setTicks(
      turned(
        those.filter((each) => !accepted.has(each)),
        ticks,
      ),
    )
  }
  const onOpen = (line: SpeakerLine, event: KeyboardEvent | MouseEvent): void => {
    if ('key' in event && event.key === ' ') return turn(line)
    const said = line.kind === 'said' ? line.suggestion : (line.group.said[0] as SpeakerSuggestion)
    const { cue } = said
    const isApart = cue.end > cue.start && (cue.end <= said.start || cue.start >= said.end)
    setShown(line.key)
    actions.showStretches(
      (isApart ? [cue, said] : [said]).sort((a, b) => a.start - b.start),
      said,
    )
  }
  const accept = async (): Promise<void> => {
    if ((await actions.acceptSpeakers(chosen)) !== null) close()
  }
  return (
    <section
      className="pane speakers-pane"
      data-pane="speakers"
      aria-label={t('speakers.title')}
      aria-busy={found === null}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <header className="pane-head">
        <h2>{t('speakers.title')}</h2>
        <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
          <X size={15} aria-hidden="true" />
        </Button>
      </header>
      <p className="speakers-about">{t('speakers.about')}</p>
      {suggestions.length === 0 ? (
        <p className="empty">{t(found === null ? 'speakers.looking' : 'speakers.none')}</p>
      ) : (
        <>
          <div className="speakers-head">
            <span>
              {t('speakers.found', {
                count: suggestions.length,
                speakers: t('speakers.speakers', { count: groups.length }),
              })}
            </span>
            <Button className="link-button" onPress={() => setTicks(new Set(suggestions))}>
              {t('speakers.tickAll')}
            </Button>
            <Button className="link-button" onPress={() => setTicks(new Set())}>
              {t('speakers.tickNone')}
            </Button>
          </div>
          <VirtualRows
            items={lines}
            keyOf={({ key }) => key}
            label={t('speakers.list')}
            current={shown ?? lines[0]?.key ?? null}
            estimate={64}
            takesFocus
            isMulti
            onOpen={onOpen}
            rowAttributes={(line) => ({
              className: `row ${line.kind}-row`,
              'aria-selected':
                line.kind === 'said' ? ticks.has(line.suggestion) : line.group.said.every((each) => ticks.has(each)),
              'data-current': line.key === shown || undefined,
            })}
          >
            {(line) => (
              <SpeakerRow
                line={line}
                text={text.text}
                language={text.document.language}
                ticks={ticks}
                accepted={accepted}
                onTurn={() => turn(line)}
              />
            )}
          </VirtualRows>
          <footer className="speakers-foot">
            <Button className="button primary" isDisabled={chosen.length === 0} onPress={() => void accept()}>
              {t('speakers.accept', { count: chosen.length })}
            </Button>
          </footer>
        </>
      )}
    </section>
  )
}
