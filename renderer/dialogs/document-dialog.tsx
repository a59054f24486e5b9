import { Button, Input, Label, Text, TextField } from 'react-aria-components'
import type { MessageKey } from '#shared/messages/keys'
import { plainTitle, type SourceDocument } from '#shared/model/document'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { RevisionList } from '../correcting/revision-list'
import { NoteEditor } from '../notes/note-editor'
import { EncodingPicker } from './encoding-picker'
import { FoundWhere, OriginFields } from './origin-fields'
import { Sheet } from './sheet'
import { StoredField } from './stored-field'

const LANGUAGES = [
  'zh-Hans',
  'zh-Hant',
  'en',
  'ja',
  'ko',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'ru',
  'el',
  'ar',
  'he',
  'und',
] as const

/** What pages say and no field takes, by the names under which it is kept. */
const OTHERS: Readonly<Record<string, MessageKey>> = {
  通讯员: 'document.others.correspondent',
  摄影: 'document.others.photographs',
  译者: 'document.others.translator',
  索引号: 'document.others.indexNumber',
  主题分类: 'document.others.subjects',
  发文字号: 'document.others.documentNumber',
  网站: 'document.others.site',
  网络编辑: 'document.others.webEditor',
  编辑: 'document.editor',
  description: 'document.others.description',
}

/** What is known of a document: title, origin, language, encoding, note. What is changed is stored at once. */
export function DocumentDialog({ document }: { readonly document: SourceDocument }) {
  const t = useMessages()
  const language = useLanguage()
  const actions = useActions()
  const dispatch = useDispatch()
  const session = useSession()
  const number = new Intl.NumberFormat(language)
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const { metadata } = document
  const found = [...(metadata.categories ?? []), ...(metadata.tags ?? [])]
  const other = Object.entries(metadata.other ?? {})
  const setLanguage = (written: string) =>
    void actions.writeCells([{ document: document.id, field: { kind: 'language' }, written }])
  return (
    <Sheet title={t('document.title')} size="wide">
      <div className="form">
        <StoredField value={document.title} store={(title) => actions.retitle(document.id, title)}>
          {(field) => (
            <TextField {...field} className="field">
              <Label>{t('document.name')}</Label>
              <Input lang={document.language} />
              {plainTitle(metadata.title ?? '') === plainTitle(document.title) ? (
                <FoundWhere document={document} field="title" />
              ) : (
                metadata.title !== undefined && (
                  <Text slot="description" className="found-where">
                    {t('document.sourceTitle', { title: metadata.title })}
                  </Text>
                )
              )}
            </TextField>
          )}
        </StoredField>
        <OriginFields document={document} />
        <div className="field-pair">
          <label className="field">
            <span className="label">{t('document.language')}</span>
            <select value={document.language} onChange={(event) => setLanguage(event.target.value)}>
              {[...new Set([...LANGUAGES, document.language])].map((tag) => (
                <option key={tag} value={tag}>
                  {tag === 'und' ? t('document.unknownLanguage') : (names.of(tag) ?? tag)}
                </option>
              ))}
            </select>
          </label>
          {document.encoding && <EncodingPicker document={document} encoding={document.encoding} />}
        </div>
        {found.length > 0 && (
          <p className="quiet">
            {t('document.tags')} {found.join(' · ')}
          </p>
        )}
        {other.length > 0 && (
          <dl className="facts-list other-facts">
            {other.map(([name, value]) => (
              <div key={name}>
                <dt>{OTHERS[name] ? t(OTHERS[name]) : name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="quiet file-line">
          {t('document.from', { file: document.fileName, characters: number.format(document.length) })}
          <Button className="link-button" onPress={() => void actions.saveOriginal(document.id)}>
            {t('document.saveOriginal')}
          </Button>
          <Button className="link-button" onPress={() => void actions.chooseReplacement(document.id)}>
            {t('replacing.choose')}
          </Button>
        </p>
        <div className="field">
          <span className="label">{t('revisions.title')}</span>
          <RevisionList document={document} />
        </div>
        <div className="field">
          <span className="label">{t('notes.onDocument')}</span>
          <NoteEditor about={{ kind: 'document', id: document.id }} label={t('notes.onDocument')} />
        </div>
        <footer className="form-foot">
          <Button
            className="button danger"
            onPress={() => {
              dispatch({ type: 'closeDialog' })
              void actions.removeDocuments([document.id])
            }}
          >
            {t('document.remove')}
          </Button>
          {session.document === document.id && session.correcting === null && (
            <Button className="button" onPress={() => dispatch({ type: 'correct' })}>
              {t('correcting.correct')}
            </Button>
          )}
          <Button className="button primary" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.done')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
