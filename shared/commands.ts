import type { MessageKey } from './messages/keys'

/** Where a command stands in the native menu. */
export type MenuId = 'file' | 'edit' | 'view' | 'go' | 'passage' | 'help'

/**
 * A shortcut: `Mod` is Ctrl, or Cmd on macOS; parts are joined by `+`; the last part is a `KeyboardEvent.key` name in
 * upper case for letters (`Mod+Shift+Z`, `F1`, `N`).
 */
export type Shortcut = string

export interface Command {
  readonly id: string
  readonly label: MessageKey
  readonly menu: MenuId
  readonly shortcut?: Shortcut
  /** `reader`: its key works only while the text has the focus (so that single letters stay typeable elsewhere). */
  readonly where: 'everywhere' | 'reader'
  /** A line is drawn before it in the menu. */
  readonly opensGroup?: true
}

/** Every command: the menu, the keys and the palette all read this one list. */
export const COMMANDS = [
  { id: 'file.import', label: 'commands.import', menu: 'file', shortcut: 'Mod+O', where: 'everywhere' },
  { id: 'file.importFolder', label: 'commands.importFolder', menu: 'file', where: 'everywhere' },
  { id: 'file.report', label: 'commands.importReport', menu: 'file', where: 'everywhere' },
  { id: 'file.export', label: 'commands.export', menu: 'file', shortcut: 'Mod+E', where: 'everywhere' },
  { id: 'project.new', label: 'commands.newProject', menu: 'file', where: 'everywhere', opensGroup: true },
  { id: 'project.note', label: 'commands.projectNote', menu: 'file', where: 'everywhere' },
  {
    id: 'codebook.print',
    label: 'themes.print',
    menu: 'file',
    where: 'everywhere',
    opensGroup: true,
  },
  { id: 'codebook.pdf', label: 'themes.pdf', menu: 'file', where: 'everywhere' },
  { id: 'codebook.csv', label: 'themes.exportCsv', menu: 'file', where: 'everywhere' },
  { id: 'codebook.markdown', label: 'themes.exportMarkdown', menu: 'file', where: 'everywhere' },
  { id: 'codebook.import', label: 'themes.import', menu: 'file', where: 'everywhere' },
  { id: 'codebook.copy', label: 'themes.copyFrom', menu: 'file', where: 'everywhere' },
  { id: 'edit.undo', label: 'commands.undo', menu: 'edit', shortcut: 'Mod+Z', where: 'everywhere' },
  { id: 'edit.redo', label: 'commands.redo', menu: 'edit', shortcut: 'Mod+Shift+Z', where: 'everywhere' },
  { id: 'edit.history', label: 'commands.history', menu: 'edit', shortcut: 'Mod+Shift+H', where: 'everywhere' },
  {
    id: 'document.correct',
    label: 'commands.correctText',
    menu: 'edit',
    shortcut: 'Mod+Shift+E',
    where: 'everywhere',
  },
  { id: 'find.open', label: 'commands.find', menu: 'edit', shortcut: 'Mod+F', where: 'everywhere', opensGroup: true },
  { id: 'find.next', label: 'commands.findNext', menu: 'edit', shortcut: 'F3', where: 'everywhere' },
  { id: 'find.previous', label: 'commands.findPrevious', menu: 'edit', shortcut: 'Shift+F3', where: 'everywhere' },
  { id: 'find.tagHits', label: 'commands.tagHits', menu: 'edit', where: 'everywhere' },
  { id: 'go.back', label: 'commands.back', menu: 'go', shortcut: 'Alt+ArrowLeft', where: 'everywhere' },
  { id: 'go.forward', label: 'commands.forward', menu: 'go', shortcut: 'Alt+ArrowRight', where: 'everywhere' },
  {
    id: 'go.paragraph',
    label: 'commands.goToParagraph',
    menu: 'go',
    shortcut: 'Mod+G',
    where: 'everywhere',
    opensGroup: true,
  },
  { id: 'passage.tag', label: 'commands.tag', menu: 'passage', shortcut: 'Enter', where: 'reader' },
  { id: 'passage.highlight', label: 'commands.highlight', menu: 'passage', shortcut: 'H', where: 'reader' },
  { id: 'passage.tagLast', label: 'commands.tagLast', menu: 'passage', shortcut: 'R', where: 'reader' },
  { id: 'passage.tagSame', label: 'commands.tagSame', menu: 'passage', shortcut: 'T', where: 'reader' },
  { id: 'passage.inVivo', label: 'commands.inVivo', menu: 'passage', shortcut: 'V', where: 'reader' },
  { id: 'passage.note', label: 'commands.note', menu: 'passage', shortcut: 'N', where: 'reader' },
  { id: 'passage.copy', label: 'commands.copyQuotation', menu: 'passage', shortcut: 'C', where: 'reader' },
  {
    id: 'passage.next',
    label: 'commands.nextHighlight',
    menu: 'passage',
    shortcut: 'J',
    where: 'reader',
    opensGroup: true,
  },
  { id: 'passage.previous', label: 'commands.previousHighlight', menu: 'passage', shortcut: 'K', where: 'reader' },
  { id: 'passage.under', label: 'commands.nextUnder', menu: 'passage', shortcut: 'U', where: 'reader' },
  {
    id: 'passage.star',
    label: 'commands.star',
    menu: 'passage',
    shortcut: '*',
    where: 'reader',
    opensGroup: true,
  },
  { id: 'passage.split', label: 'commands.split', menu: 'passage', shortcut: 'D', where: 'reader' },
  { id: 'passage.join', label: 'commands.join', menu: 'passage', shortcut: 'M', where: 'reader' },
  { id: 'passage.link', label: 'commands.link', menu: 'passage', shortcut: 'L', where: 'reader' },
  {
    id: 'passage.remove',
    label: 'commands.removeHighlight',
    menu: 'passage',
    shortcut: 'Delete',
    where: 'reader',
    opensGroup: true,
  },
  {
    id: 'passage.selectWord',
    label: 'commands.selectWord',
    menu: 'passage',
    shortcut: 'W',
    where: 'reader',
    opensGroup: true,
  },
  { id: 'passage.selectSentence', label: 'commands.selectSentence', menu: 'passage', shortcut: 'S', where: 'reader' },
  { id: 'passage.selectParagraph', label: 'commands.selectParagraph', menu: 'passage', shortcut: 'P', where: 'reader' },
  {
    id: 'passage.nextSentence',
    label: 'commands.nextSentence',
    menu: 'passage',
    shortcut: '.',
    where: 'reader',
    opensGroup: true,
  },
  {
    id: 'passage.previousSentence',
    label: 'commands.previousSentence',
    menu: 'passage',
    shortcut: ',',
    where: 'reader',
  },
  { id: 'passage.nextParagraph', label: 'commands.nextParagraph', menu: 'passage', shortcut: ']', where: 'reader' },
  {
    id: 'passage.previousParagraph',
    label: 'commands.previousParagraph',
    menu: 'passage',
    shortcut: '[',
    where: 'reader',
  },
  { id: 'passage.nextHeading', label: 'commands.nextHeading', menu: 'passage', shortcut: '}', where: 'reader' },
  { id: 'passage.previousHeading', label: 'commands.previousHeading', menu: 'passage', shortcut: '{', where: 'reader' },
  { id: 'passage.resize', label: 'commands.resize', menu: 'passage', shortcut: 'E', where: 'reader' },
  {
    id: 'passage.debris',
    label: 'commands.debris',
    menu: 'passage',
    shortcut: 'X',
    where: 'reader',
    opensGroup: true,
  },
  { id: 'passage.speakers', label: 'commands.speakers', menu: 'passage', where: 'everywhere', opensGroup: true },
  { id: 'outline.raise', label: 'commands.headingRaise', menu: 'passage', where: 'everywhere', opensGroup: true },
  { id: 'outline.lower', label: 'commands.headingLower', menu: 'passage', where: 'everywhere' },
  { id: 'outline.plain', label: 'commands.headingPlain', menu: 'passage', where: 'everywhere' },
  { id: 'outline.confirm', label: 'commands.headingConfirm', menu: 'passage', where: 'everywhere' },
  { id: 'view.light', label: 'commands.light', menu: 'view', where: 'everywhere' },
  { id: 'view.dark', label: 'commands.dark', menu: 'view', where: 'everywhere' },
  { id: 'view.sepia', label: 'commands.sepia', menu: 'view', where: 'everywhere' },
  { id: 'view.system', label: 'commands.system', menu: 'view', where: 'everywhere' },
  {
    id: 'view.larger',
    label: 'commands.larger',
    menu: 'view',
    shortcut: 'Mod+=',
    where: 'everywhere',
    opensGroup: true,
  },
  { id: 'view.smaller', label: 'commands.smaller', menu: 'view', shortcut: 'Mod+-', where: 'everywhere' },
  { id: 'view.usualSize', label: 'commands.usualSize', menu: 'view', shortcut: 'Mod+0', where: 'everywhere' },
  { id: 'view.reading', label: 'commands.reading', menu: 'view', where: 'everywhere', opensGroup: true },
  { id: 'view.font', label: 'commands.font', menu: 'view', where: 'everywhere' },
  { id: 'view.measure', label: 'commands.measure', menu: 'view', where: 'everywhere' },
  { id: 'view.spacing', label: 'commands.spacing', menu: 'view', where: 'everywhere' },
  { id: 'view.alignment', label: 'commands.alignment', menu: 'view', where: 'everywhere' },
  { id: 'view.numbers', label: 'commands.numbers', menu: 'view', where: 'everywhere' },
  { id: 'view.snap', label: 'commands.snap', menu: 'view', where: 'everywhere' },
  { id: 'view.citation', label: 'commands.citation', menu: 'view', where: 'everywhere' },
  { id: 'view.stripes', label: 'commands.stripes', menu: 'view', where: 'everywhere' },
  {
    id: 'view.palette',
    label: 'commands.palette',
    menu: 'view',
    shortcut: 'Mod+K',
    where: 'everywhere',
    opensGroup: true,
  },
  {
    id: 'view.nextPane',
    label: 'commands.nextPane',
    menu: 'view',
    shortcut: 'F6',
    where: 'everywhere',
    opensGroup: true,
  },
  {
    id: 'view.leftPane',
    label: 'commands.leftPane',
    menu: 'view',
    shortcut: 'Mod+B',
    where: 'everywhere',
  },
  {
    id: 'view.rightPane',
    label: 'commands.rightPane',
    menu: 'view',
    shortcut: 'Mod+Shift+B',
    where: 'everywhere',
  },
  { id: 'notes.all', label: 'notes.all', menu: 'view', shortcut: 'Mod+Shift+N', where: 'everywhere' },
  {
    id: 'documents.table',
    label: 'commands.documentTable',
    menu: 'view',
    shortcut: 'Mod+Shift+D',
    where: 'everywhere',
  },
  { id: 'compare.words', label: 'commands.words', menu: 'view', where: 'everywhere' },
  { id: 'compare.phrases', label: 'commands.phrases', menu: 'view', where: 'everywhere' },
  { id: 'compare.parallels', label: 'commands.parallels', menu: 'view', where: 'everywhere' },
  { id: 'view.outline', label: 'commands.outline', menu: 'view', shortcut: 'Mod+Shift+O', where: 'everywhere' },
  { id: 'view.beside', label: 'commands.beside', menu: 'view', shortcut: 'Mod+\\', where: 'everywhere' },
  { id: 'view.otherPage', label: 'commands.otherPage', menu: 'view', shortcut: 'F8', where: 'everywhere' },
  { id: 'view.focus', label: 'commands.focusMode', menu: 'view', shortcut: 'Mod+.', where: 'everywhere' },
  { id: 'help.keys', label: 'commands.keys', menu: 'help', shortcut: 'F1', where: 'everywhere' },
  { id: 'help.about', label: 'commands.about', menu: 'help', where: 'everywhere' },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']
