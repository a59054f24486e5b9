import { useActions } from '../actions/context'
import { AnalysisWindow } from '../analysis/analysis-window'
import { RenameLiveTheme } from '../analysis/live-theme-list'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useSession } from '../app/session'
import { CompareDialog } from '../correcting/compare-dialog'
import { LeaveDialog } from '../correcting/leave-dialog'
import { ReplaceDialog } from '../correcting/replace-dialog'
import { ReviewDialog } from '../correcting/review-dialog'
import { RenameGroupDialog } from '../library/rename-group-dialog'
import '../correcting/correcting.css'
import { ComparingWindow } from '../comparing/comparing-window'
import { DocumentsWindow } from '../document-table/documents-window'
import { ExportDialog } from '../exporting/export-dialog'
import { ParagraphDialog } from '../finding/paragraph-dialog'
import { TagHits } from '../finding/tag-hits'
import { ImportReport } from '../import-report/import-report'
import { NoteEditor } from '../notes/note-editor'
import { NotesWindow } from '../notes/notes-window'
import { Palette, type PaletteProps } from '../palette/palette'
import { SearchWindow } from '../search/search-window'
import { MappingDialog } from '../table-mapping/mapping-dialog'
import { AboutDialog } from './about-dialog'
import { ChaptersDialog } from './chapters-dialog'
import { CopyThemesDialog } from './copy-themes-dialog'
import { DocumentDialog } from './document-dialog'
import { GroupsDialog } from './groups-dialog'
import { KeysDialog } from './keys-dialog'
import { LinkDialog } from './link-dialog'
import { NameDialog } from './name-dialog'
import { RemarksDialog } from './remarks-dialog'
import { Sheet } from './sheet'
import { SplitDialog } from './split-dialog'
import { TakeInDialog } from './take-in-dialog'
import { ThemeDialog } from './theme-dialog'
import { useFocusBack } from './use-focus-back'

/** The dialog that is open, if any. */
export function Dialogs({ usable, run }: PaletteProps) {
  const t = useMessages()
  const { dialog } = useSession()
  const open = useProject()
  const actions = useActions()
  useFocusBack(dialog !== null)
  switch (dialog?.kind) {
    case 'about':
      return <AboutDialog />
    case 'keys':
      return <KeysDialog />
    case 'palette':
      return <Palette usable={usable} run={run} />
    case 'export':
      return <ExportDialog />
    case 'copyThemes':
      return <CopyThemesDialog />
    case 'mapTable':
      return <MappingDialog key={dialog.asked.at} asked={dialog.asked} />
    case 'takeIn':
      return <TakeInDialog offered={dialog.offered} />
    case 'askChapters':
      return <ChaptersDialog files={dialog.files} />
    case 'remarks':
      return <RemarksDialog remarks={dialog.remarks} />
    case 'report':
      return <ImportReport report={dialog.report} />
    case 'newProject':
      return (
        <NameDialog
          title={t('commands.newProject')}
          label={t('project.name')}
          name=""
          onDone={(name) => void actions.newProject(name)}
        />
      )
    case 'renameProject':
      return (
        <NameDialog
          title={t('project.rename')}
          label={t('project.name')}
          name={open?.project.name ?? ''}
          onDone={(name) => void actions.renameProject(name)}
        />
      )
    case 'newGroup':
      return (
        <NameDialog
          title={t('themes.newGroup')}
          label={t('themes.groupName')}
          name=""
          onDone={(name) => void actions.makeGroup(name, dialog.themes)}
        />
      )
    case 'newDocumentGroup':
      return (
        <NameDialog
          title={t('groups.new')}
          label={t('groups.name')}
          name=""
          onDone={(name) => void actions.makeDocumentGroup(name, dialog.parent, dialog.documents)}
        />
      )
    case 'renameDocumentGroup':
      return <RenameGroupDialog id={dialog.id} />
    case 'groups':
      return <GroupsDialog />
    case 'splitTheme': {
      const theme = open?.themesById.get(dialog.id)
      return theme ? <SplitDialog theme={theme} /> : null
    }
    case 'link':
      return <LinkDialog from={dialog.from} to={dialog.to} />
    case 'goToParagraph':
      return <ParagraphDialog />
    case 'tagHits':
      return <TagHits words={dialog.words} text={dialog.text} hits={dialog.hits} />
    case 'projectNote':
      return open ? (
        <Sheet title={t('commands.projectNote')}>
          <div className="form">
            <NoteEditor about={{ kind: 'project', id: open.project.id }} label={t('commands.projectNote')} autoFocus />
          </div>
        </Sheet>
      ) : null
    case 'notes':
      return <NotesWindow note={dialog.note ?? null} />
    case 'comparing':
      return open ? <ComparingWindow open={open} tab={dialog.tab} selection={dialog.selection} /> : null
    case 'analysis':
      return open ? <AnalysisWindow key={`${open.project.id} ${dialog.live}`} live={dialog.live ?? null} /> : null
    case 'renameLiveTheme':
      return <RenameLiveTheme id={dialog.id} />
    case 'documents':
      return open ? <DocumentsWindow key={open.project.id} project={open.project.id} /> : null
    case 'search':
      return open ? <SearchWindow key={open.project.id} open={open} /> : null
    case 'document': {
      const document = open?.documents.find(({ id }) => id === dialog.id)
      return document ? <DocumentDialog key={document.content} document={document} /> : null
    }
    case 'reviewCorrection':
      return <ReviewDialog correction={dialog.correction} />
    case 'leaveCorrection':
      return <LeaveDialog next={dialog.next} />
    case 'compareRevisions': {
      const document = open?.documents.find(({ id }) => id === dialog.document)
      return document ? <CompareDialog document={document} revision={dialog.revision} /> : null
    }
    case 'replaceSource': {
      const document = open?.documents.find(({ id }) => id === dialog.replacement.document)
      return document ? <ReplaceDialog document={document} replacement={dialog.replacement} /> : null
    }
    case 'theme': {
      const theme = open?.themesById.get(dialog.id)
      return theme ? <ThemeDialog theme={theme} /> : null
    }
    default:
      return null
  }
}
