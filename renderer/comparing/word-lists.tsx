import type { ProjectId } from '#shared/model/ids'
import { WORD_LISTS, type WordList, wordsIn } from '#shared/model/word-list'
import { listed } from '#shared/queries/words/tokens'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'

/** The project's own words and the words left out, one to a line; they are kept when the field is left. */
export function WordLists({ project, lists }: { readonly project: ProjectId; readonly lists: readonly WordList[] }) {
  const t = useMessages()
  const actions = useActions()
  return (
    <details className="word-lists">
      <summary>{t('comparing.words.lists')}</summary>
      <div className="word-list-fields">
        {WORD_LISTS.map((kind) => {
          const written = wordsIn(lists, kind).join('\n')
          return (
            <label key={`${kind} ${project}`} className="field">
              <span className="label">{t(`comparing.words.${kind}`)}</span>
              <textarea
                key={written}
                defaultValue={written}
                onBlur={(event) => void actions.writeWords(kind, listed(event.target.value))}
              />
            </label>
          )
        })}
      </div>
    </details>
  )
}
