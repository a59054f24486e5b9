import { CircleHelp } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useMessages } from '../app/language'

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

/** What a newcomer needs to know of the language of searches. */
export function HelpButton({ onTry }: { readonly onTry: (typed: string) => void }) {
  const t = useMessages()
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={t('search.help')}>
        <CircleHelp size={16} aria-hidden="true" />
      </Button>
      <Popover placement="bottom end" className="menu-popover search-popover">
        <Dialog className="search-help" aria-label={t('search.help')}>
          {({ close }) => (
            <>
              <p>{t('search.helpSaid')}</p>
              <ul>
                {EXAMPLES.map(([kind, typed]) => (
                  <li key={kind}>
                    <Button
                      className="search-example"
                      onPress={() => {
                        close()
                        onTry(typed)
                      }}
                    >
                      {typed}
                    </Button>
                    <span className="quiet">{t(`search.examples.${kind}`)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
