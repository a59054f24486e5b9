import type { CommandId } from '#shared/commands'
import type { Highlight } from '#shared/model/highlight'
import type { ThemeId } from '#shared/model/ids'
import type { Actions } from '../actions'
import type { Desk } from '../actions/desk'
import { type MoveUnit, moved } from '../reader/units'
import type { Performing } from './perform'
import type { Box, TextRange } from './session'

type Way = 'next' | 'previous'

const MOVES: Partial<Record<CommandId, readonly [Way, MoveUnit]>> = {
  'passage.nextSentence': ['next', 'sentence'],
  'passage.previousSentence': ['previous', 'sentence'],
  'passage.nextParagraph': ['next', 'paragraph'],
  'passage.previousParagraph': ['previous', 'paragraph'],
  'passage.nextHeading': ['next', 'heading'],
  'passage.previousHeading': ['previous', 'heading'],
}

function move({ desk }: Performing, [way, unit]: readonly [Way, MoveUnit]): void {
  const reader = desk.reader()
  const open = desk.text()
  if (!reader || !open) return
  const caret = reader.caret()
  const from = reader.selection() ?? { start: caret, end: caret }
  const text = {
    blocks: open.blocks,
    starts: reader.positions.starts,
    language: open.document.language,
    isFolded: reader.isFolded,
  }
  const to = moved(text, from, unit, way === 'next' ? 1 : -1)
  if (!to) return
  reader.select(to)
  reader.reveal(to)
}

/** Gives the selection or the chosen highlight a theme, or takes it away where the highlight has it already. */
export function performTheme(theme: ThemeId, desk: Desk, actions: Actions): void {
  const { chosen, box } = desk.session()
  const range = desk.reader()?.selection()
  if (box) return
  if (range) void actions.chooseTheme({ kind: 'range', range }, theme, false)
  else if (chosen !== null) void actions.chooseTheme({ kind: 'highlight', id: chosen }, theme, false)
}

const OUTLINE_WORDS = {
  'outline.raise': 'raise',
  'outline.lower': 'lower',
  'outline.plain': 'plain',
  'outline.confirm': 'confirm',
} as const

/** Carries out a command that codes without asking, or does something with the chosen highlight; says whether it was one. */
export function performPassages(
  command: CommandId,
  performing: Performing,
  { range, chosen }: { readonly range: TextRange | null; readonly chosen: Highlight | null },
): boolean {
  const to = MOVES[command]
  if (to) {
    move(performing, to)
    return true
  }
  const { actions, desk } = performing
  const box: Box | null = range ? { kind: 'range', range } : chosen && { kind: 'highlight', id: chosen.id }
  switch (command) {
    case 'passage.debris': {
      const caret = desk.reader()?.caret()
      if (range) void actions.turnDebris(range)
      else if (caret !== undefined) void actions.turnDebris({ start: caret, end: caret })
      return true
    }
    case 'passage.speakers':
      desk.dispatch({ type: 'showSpeakers', open: true })
      return true
    case 'outline.raise':
    case 'outline.lower':
    case 'outline.plain':
    case 'outline.confirm': {
      const caret = desk.reader()?.caret()
      const place = range ?? (caret === undefined ? null : { start: caret, end: caret })
      if (place) void actions.correctOutline(place, OUTLINE_WORDS[command])
      return true
    }
    case 'passage.tagSame':
      if (box) void actions.tagSame(box)
      return true
    case 'passage.inVivo':
      if (box) void actions.tagInVivo(box)
      return true
    case 'passage.star':
      if (chosen) void actions.star(chosen.id, !chosen.star)
      return true
    case 'passage.split':
      if (chosen) void actions.splitAtCaret(chosen.id)
      return true
    case 'passage.join':
      if (chosen) void actions.joinTouching(chosen.id)
      return true
    case 'passage.link':
      if (chosen) void actions.linkHere(chosen.id)
      return true
    default:
      return false
  }
}
