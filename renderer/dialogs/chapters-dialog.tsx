import { useState } from 'react'
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components'
import { booksToAskAbout, type Chapters, withChapters } from '../actions/ask-chapters'
import { useActions } from '../actions/context'
import type { FileToRead } from '../actions/file-to-read'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'

/** Asks what the chapters of books become, before they are brought in with the files that were chosen with them. */
export function ChaptersDialog({ files }: { readonly files: readonly FileToRead[] }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const [chapters, setChapters] = useState<Chapters>('headings')
  const books = booksToAskAbout(files)
  return (
    <Sheet title={t('chapters.title', { count: books.length })}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          dispatch({ type: 'closeDialog' })
          void actions.bringIn(withChapters(files, chapters))
        }}
      >
        <p className="quiet">{books.map(({ name }) => name).join(t('report.comma'))}</p>
        <RadioGroup value={chapters} onChange={(value) => setChapters(value as Chapters)} className="choices">
          <Label>{t('chapters.label')}</Label>
          {(['headings', 'documents'] as const).map((each) => (
            <Radio key={each} value={each} className="choice" autoFocus={each === 'headings'}>
              <span className="choice-name">{t(`chapters.${each}`)}</span>
              <span className="quiet">{t(`chapters.about.${each}`)}</span>
            </Radio>
          ))}
        </RadioGroup>
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {t('chapters.bringIn')}
          </Button>
        </footer>
      </Form>
    </Sheet>
  )
}
