import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { ComparingJobs } from '#shared/corpus/comparing/jobs'
import type { PassimFound } from '#shared/corpus/comparing/passim'
import { useActions } from '../actions/context'
import { unwrap } from '../actions/desk'
import { useMessages } from '../app/language'

export interface PassimMenuProps {
  readonly jobs: ComparingJobs
  readonly onFound: (found: PassimFound) => void
}

/** For corpora that outgrow one machine: the corpus goes out to passim, and what it found is shown here. */
export function PassimMenu({ jobs, onFound }: PassimMenuProps) {
  const t = useMessages()
  const actions = useActions()
  const send = async (): Promise<void> => {
    const bytes = unwrap(await jobs.passimCorpus())
    await actions.saveMade({ name: 'corpus.json', bytes })
  }
  const read = async (): Promise<void> => {
    const files = await actions.readFiles()
    if (files && files.length > 0) onFound(unwrap(await jobs.passimParallels(files.map(({ bytes }) => bytes))))
  }
  return (
    <MenuTrigger>
      <Button className="button quiet-button">{t('comparing.passim.label')}</Button>
      <Popover placement="bottom end" className="menu-popover">
        <Menu
          className="menu"
          aria-label={t('comparing.passim.label')}
          onAction={(what) => void (what === 'send' ? send() : read()).catch(actions.report)}
        >
          <MenuSection>
            <Header className="menu-about">{t('comparing.passim.about')}</Header>
            <MenuItem id="send">{t('comparing.passim.send')}</MenuItem>
            <MenuItem id="read">{t('comparing.passim.read')}</MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** What is shown, and the way back to what was found here. */
export function PassimTold({ found, onBack }: { readonly found: PassimFound; readonly onBack: () => void }) {
  const t = useMessages()
  const { parallels, unread, strangers, displaced, large } = found
  const said = [
    t('comparing.passim.found', { count: parallels.length }),
    ...(unread > 0 ? [t('cli.passim.unread', { count: unread })] : []),
    ...(strangers > 0 ? [t('comparing.passim.strangers', { count: strangers })] : []),
    ...(displaced > 0 ? [t('cli.passim.displaced', { count: displaced })] : []),
    ...(large > 0 ? [t('cli.passim.large', { count: large })] : []),
  ]
  return (
    <p className="comparing-working" role="status">
      {said.join(' ')}
      <Button className="link-button" onPress={onBack}>
        {t('comparing.passim.back')}
      </Button>
    </p>
  )
}
