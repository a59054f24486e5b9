import { useId, useState } from 'react'
import type { AnnotationQuery } from '#shared/model/annotation-query'
import { formatAnnotationQuery } from '#shared/queries/annotations/format-query'
import type { QueryNames } from '#shared/queries/annotations/names'
import { parseAnnotationQuery } from '#shared/queries/annotations/parse-query'
import type { Problem } from '#shared/result'
import { problemOf } from '../actions/desk'
import { useMessages } from '../app/language'

export interface QueryLineProps {
  readonly query: AnnotationQuery
  readonly names: QueryNames
  readonly onChange: (query: AnnotationQuery) => void
}

/** A query as the line of text that it is; it can be typed in, and what is wrong is said below. */
export function QueryLine({ query, names, onChange }: QueryLineProps) {
  const t = useMessages()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const type = (line: string): void => {
    setTyped(line)
    try {
      onChange(parseAnnotationQuery(line.replace(/\s*\n\s*/g, ' '), names))
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <div className="field query-line">
      <label className="label" htmlFor={id}>
        {t('analysis.line')}
      </label>
      <textarea
        id={id}
        spellCheck={false}
        value={typed ?? formatAnnotationQuery(query, names)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if (!problem) setTyped(null)
        }}
      />
      <p
        id={`${id}-help`}
        ref={(element) => {
          // The line is the last thing of a long form: what is wrong with it may stand below what is in view.
          if (problem) element?.scrollIntoView({ block: 'nearest' })
        }}
        className={problem ? 'query-problem' : 'quiet'}
        role={problem ? 'alert' : undefined}
      >
        {problem ? t(problem.key, problem.params) : t('analysis.lineHelp')}
      </p>
      {problem && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setTyped(null)
            setProblem(null)
          }}
        >
          {t('analysis.lineBack')}
        </button>
      )}
    </div>
  )
}
