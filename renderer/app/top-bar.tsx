import { useLiveQuery } from 'dexie-react-hooks'
import { ChevronDown, Search } from 'lucide-react'
import {
  Button,
  DialogTrigger,
  type Key,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { LANGUAGES, type Language } from '#shared/messages/index'
import { useActions } from '../actions/context'
import type { Appearance } from '../store'
import { KeyHint } from './key-hint'
import { useShortcut } from './keys'
import { useLanguage, useMessages } from './language'
import { useProject, useStore } from './library'
import { ReadingSettings } from './reading-settings'
import { useDispatch, useSession } from './session'

export interface TopBarProps {
  readonly appearance: Appearance
  readonly onAppearance: (change: Partial<Appearance>) => void
  readonly onImport: () => void
}

const first = (keys: 'all' | Set<Key>): string => String([...keys][0])

const SCHEMES = ['light', 'dark', 'sepia', 'system'] as const

/** The seal, the project, the document; and what is done with all of it. */
export function TopBar({ appearance, onAppearance, onImport }: TopBarProps) {
  const t = useMessages()
  const language = useLanguage()
  const dispatch = useDispatch()
  const { document, reading } = useSession()
  const open = useProject()
  const paletteKey = useShortcut('view.palette')
  const title = open?.documents.find(({ id }) => id === document)
  return (
    <header className="top-bar">
      <div className="top-where">
        <span className="seal" aria-hidden="true">
          评
        </span>
        <ProjectMenu />
        {title && (
          <>
            <span className="dot" aria-hidden="true">
              ·
            </span>
            <span className="top-title" lang={title.language}>
              {title.title}
            </span>
          </>
        )}
      </div>
      <Button className="top-find" onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'palette' } })}>
        <Search size={14} aria-hidden="true" />
        <span>{t('palette.button')}</span>
        {paletteKey !== null && <KeyHint keys={paletteKey} />}
      </Button>
      <nav className="top-acts" aria-label={t('top.acts')}>
        <Button onPress={onImport}>{t('top.import')}</Button>
        <Button onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'notes' } })}>{t('notes.title')}</Button>
        <Button onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'documents' } })}>
          {t('documents.title')}
        </Button>
        <Button onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'analysis' } })}>
          {t('analysis.title')}
        </Button>
        <Button onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'export' } })}>{t('top.export')}</Button>
        <DialogTrigger isOpen={reading} onOpenChange={(open) => dispatch({ type: 'showReading', open })}>
          <Button>{t('reading.button')}</Button>
          <ReadingSettings appearance={appearance} onAppearance={onAppearance} />
        </DialogTrigger>
        <MenuTrigger>
          <Button>{t('top.view')}</Button>
          <Popover placement="bottom end" className="menu-popover">
            <Menu className="menu">
              <MenuSection
                aria-label={t('top.scheme')}
                selectionMode="single"
                selectedKeys={[appearance.scheme]}
                disallowEmptySelection
                onSelectionChange={(keys) => onAppearance({ scheme: first(keys) as Appearance['scheme'] })}
              >
                {SCHEMES.map((scheme) => (
                  <MenuItem key={scheme} id={scheme}>
                    {t(`commands.${scheme}`)}
                  </MenuItem>
                ))}
              </MenuSection>
              <Separator />
              <MenuSection
                aria-label={t('top.language')}
                selectionMode="single"
                selectedKeys={[language]}
                disallowEmptySelection
                onSelectionChange={(keys) => onAppearance({ language: first(keys) as Language })}
              >
                {Object.entries(LANGUAGES).map(([tag, { name }]) => (
                  <MenuItem key={tag} id={tag}>
                    {name}
                  </MenuItem>
                ))}
              </MenuSection>
              <Separator />
              <MenuSection aria-label={t('menus.help')}>
                <MenuItem id="keys" onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'keys' } })}>
                  {t('commands.keys')}
                </MenuItem>
                <MenuItem id="about" onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'about' } })}>
                  {t('commands.about')}
                </MenuItem>
              </MenuSection>
            </Menu>
          </Popover>
        </MenuTrigger>
      </nav>
    </header>
  )
}

function ProjectMenu() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const all = useLiveQuery(() => store.read.projects(), [store]) ?? []
  const away = all.filter(({ putAway }) => putAway !== undefined)
  return (
    <MenuTrigger>
      <Button className="project-name" aria-label={t('project.menu', { name: open?.project.name ?? '' })}>
        {open?.project.name}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover placement="bottom start" className="menu-popover">
        <Menu className="menu">
          <MenuSection
            aria-label={t('project.all')}
            selectionMode="single"
            selectedKeys={open ? [open.project.id] : []}
            disallowEmptySelection
            onSelectionChange={(keys) => void actions.openProject(first(keys))}
          >
            {all
              .filter(({ putAway }) => putAway === undefined)
              .map(({ id, name }) => (
                <MenuItem key={id} id={id}>
                  {name}
                </MenuItem>
              ))}
          </MenuSection>
          <Separator />
          <MenuItem id="new" onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'newProject' } })}>
            {t('commands.newProject')}
          </MenuItem>
          <MenuItem id="rename" onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'renameProject' } })}>
            {t('project.rename')}
          </MenuItem>
          <MenuItem id="note" onAction={() => dispatch({ type: 'openDialog', dialog: { kind: 'projectNote' } })}>
            {t('commands.projectNote')}
          </MenuItem>
          <MenuItem id="away" onAction={() => void actions.putAwayProject()}>
            {t('project.putAway')}
          </MenuItem>
          {away.length > 0 && <Separator />}
          {away.map(({ id, name }) => (
            <MenuItem key={id} id={id} onAction={() => void actions.restoreProject(id)}>
              {t('project.restore', { name })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
