import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowDownUp } from 'lucide-react'
import { useState } from 'react'
import { Button, Form, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { relationName } from '#shared/messages/relation-name'
import type { HighlightId } from '#shared/model/ids'
import { RELATIONS } from '#shared/model/link'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'
import './link-dialog.css'

/** Stands for a relation in the researcher's own words; no relation has an empty name. */
const OWN = ''

/** How many relations of the researcher's own are offered again. */
const MOST_OWN = 4

/** Asks in which relation one passage stands to another, and links them. */
export function LinkDialog({ from, to }: { readonly from: HighlightId; readonly to: HighlightId }) {
  const t = useMessages()
  const store = useStore()
  const open = useProject()
  const actions = useActions()
  const dispatch = useDispatch()
  const [turned, setTurned] = useState(false)
  const [relation, setRelation] = useState<string>(RELATIONS[0])
  const [own, setOwn] = useState('')
  const project = open?.project.id
  const known = useLiveQuery(
    async () => ({
      ends: await store.read.placedHighlights([from, to]),
      own: project
        ? [...new Set((await store.read.links(project)).map((link) => link.relation))]
            .filter((each) => !(RELATIONS as readonly string[]).includes(each))
            .slice(-MOST_OWN)
        : [],
    }),
    [store, from, to, project],
  )
  if (!known) return null
  const end = (id: HighlightId) => {
    const found = known.ends.find(({ highlight }) => highlight.id === id)
    return (
      <blockquote className="link-end" lang={found?.document.language}>
        <span className="words">{found?.highlight.passage.quote ?? t('coding.gone')}</span>
        <span className="quiet">{found?.document.title}</span>
      </blockquote>
    )
  }
  const [one, other] = turned ? [to, from] : [from, to]
  const said = relation === OWN ? own : relation
  return (
    <Sheet title={t('coding.related')}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (said.trim() === '') return
          dispatch({ type: 'closeDialog' })
          void actions.link(one, other, said)
        }}
      >
        {end(one)}
        <div className="link-middle">
          <RadioGroup
            aria-label={t('coding.relation')}
            value={relation}
            onChange={setRelation}
            className="link-relations"
          >
            {[...RELATIONS, ...known.own].map((each, at) => (
              <Radio key={each} value={each} className="link-relation" autoFocus={at === 0}>
                {relationName(each, t)}
              </Radio>
            ))}
            <Radio value={OWN} className="link-relation">
              {t('coding.ownWords')}
            </Radio>
          </RadioGroup>
          <Button className="icon-button" aria-label={t('coding.turn')} onPress={() => setTurned(!turned)}>
            <ArrowDownUp size={15} aria-hidden="true" />
          </Button>
        </div>
        {relation === OWN && (
          <TextField value={own} onChange={setOwn} className="field">
            <Label>{t('coding.relation')}</Label>
            <Input placeholder={t('coding.ownPlaceholder')} />
          </TextField>
        )}
        {end(other)}
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={said.trim() === ''}>
            {t('coding.link')}
          </Button>
        </footer>
      </Form>
    </Sheet>
  )
}
