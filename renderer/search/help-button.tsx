import { CircleHelp } from 'lucide-react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import { useMessages } from '../app/language'
import { DialogPopover } from '../dialogs/dialog-popover'

/** How a search is written, with an example of each kind; a click on one tries it. */
const EXAMPLES = [
  ['phrase', '高质量发展'],
  ['and', '安全 AND 发展'],
  ['or', '会议 OR 讲话'],
  ['not', '发展 NOT 高质量'],
  ['near', '安全 NEAR/5 发展'],
  ['wild', '坚持*发展'],
  ['regex', '/第.{1,3}届/'],
] as const

/** Examples of what can be searched for, each with what it finds; a click on one tries it. */
export function SearchExamples({ onTry }: { readonly onTry: (typed: string) => void }) {
  const t = useMessages()
  return (
    <ul className="search-examples">
      {EXAMPLES.map(([kind, typed]) => (
        <li key={kind}>
          <Button className="search-example" onPress={() => onTry(typed)}>
            {typed}
          </Button>
          <span className="quiet">{t(`search.examples.${kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What a newcomer needs to know of the language of searches. */
export function HelpButton({ onTry }: { readonly onTry: (typed: string) => void }) {
  const t = useMessages()
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={t('search.help')}>
        <CircleHelp size={16} aria-hidden="true" />
      </Button>
      <DialogPopover placement="bottom end" className="menu-popover search-popover">
        <Dialog className="search-help" aria-label={t('search.help')}>
          {({ close }) => (
            <>
              <p>{t('search.helpSaid')}</p>
              <SearchExamples
                onTry={(typed) => {
                  close()
                  onTry(typed)
                }}
              />
            </>
          )}
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}
