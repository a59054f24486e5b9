import type { RefObject } from 'react'
import { Button, Dialog, Popover } from 'react-aria-components'
import { KeyHint } from '../app/key-hint'
import { useMessages } from '../app/language'
import { ThemeFinder, type ThemeFinderProps } from './theme-finder'

export interface ThemeBoxProps extends Omit<ThemeFinderProps, 'onAltKey'> {
  /** What it stands at. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onMark: () => void
  readonly onNote: () => void
  readonly onCopy: () => void
  /** Gives the chosen highlight the extent of the selection; absent when the two have nothing in common. */
  readonly onResize?: () => void
  /** The focus or the pointer went elsewhere. */
  readonly onClose: () => void
}

/** The box at a passage: type to find or make a theme; Enter, and it is gone. */
export function ThemeBox(props: ThemeBoxProps) {
  const t = useMessages()
  const onAltKey = (code: string): boolean => {
    const act = { KeyH: props.onMark, KeyN: props.onNote, KeyC: props.onCopy, KeyE: props.onResize }[code]
    act?.()
    return act !== undefined
  }

  return (
    <Popover
      triggerRef={props.anchor}
      isOpen
      isNonModal
      onOpenChange={(open) => !open && props.onClose()}
      placement="bottom start"
      offset={6}
      className="theme-box"
    >
      <Dialog aria-label={t('box.label')} className="theme-box-inside">
        <ThemeFinder
          themes={props.themes}
          themesById={props.themesById}
          lastUsed={props.lastUsed}
          given={props.given}
          onChoose={props.onChoose}
          onMake={props.onMake}
          onAltKey={onAltKey}
          onBack={props.onBack}
        />
        <div className="theme-box-foot">
          <Button onPress={props.onMark}>
            {t('box.mark')} <KeyHint keys="Alt+H" />
          </Button>
          <Button onPress={props.onNote}>
            {t('box.note')} <KeyHint keys="Alt+N" />
          </Button>
          <Button onPress={props.onCopy}>
            {t('box.copy')} <KeyHint keys="Alt+C" />
          </Button>
          {props.onResize && (
            <Button onPress={props.onResize}>
              {t('box.resize')} <KeyHint keys="Alt+E" />
            </Button>
          )}
        </div>
      </Dialog>
    </Popover>
  )
}
