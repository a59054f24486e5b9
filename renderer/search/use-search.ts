import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '#shared/corpus/search/jobs'
import type { DocumentGroup } from '#shared/model/document-group'
import type { Sought } from '#shared/model/saved-search'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import { problemOf, unwrap } from '../actions/desk'
import { useAnnotations } from '../analysis/annotations'
import { type OpenProject, useStore } from '../app/library'
import { useSession } from '../app/session'
import type { CorpusFeed, CorpusProgress } from '../corpus/corpus-feed'
import { useCorpus } from '../corpus/use-corpus'
import { questionOf } from './wish'

/** What a search has come to so far. */
export interface SearchState {
  readonly feed: CorpusFeed
  readonly progress: CorpusProgress
  readonly groups: readonly DocumentGroup[]
  /** The last answer; null before the first and where nothing is looked for. */
  readonly answer: Answer | null
  /** To what it is the answer. */
  readonly answered: Sought | null
  /** Why the query cannot be answered. */
  readonly problem: Problem | null
}

const NO_GROUPS: readonly DocumentGroup[] = []
/** How long typing has to pause before a search, in milliseconds. */
const PAUSE = 120

/** Answers the session's wish, and answers it again when texts, themes or what is written in the fields change. */
export function useSearch(open: OpenProject): SearchState {
  const store = useStore()
  const { report } = useActions()
  const { wish } = useSession()
  const { live } = useAnnotations()
  const { feed, progress } = useCorpus(open.project.id, report)
  const groups = useLiveQuery(() => store.read.documentGroups(open.project.id), [store, open.project.id])
  const [given, setGiven] = useState<{ readonly answer: Answer; readonly answered: Sought } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef(0)
  const { typed, exact, cased, wholeWords, scope } = wish
  const { revision } = progress
  const within = live.find(({ theme }) => theme.id === scope.theme)
  // What live themes show changes with every mark that is made: only one that is searched in is followed.
  const showing = useRef(live)
  showing.current = live
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts that came in are reason to ask again
  useEffect(() => {
    latest.current += 1
    const asked = latest.current
    if (typed.trim() === '') {
      setGiven(null)
      setProblem(null)
      return
    }
    const ask = async (): Promise<void> => {
      try {
        const answered = { typed, exact, cased, wholeWords, scope }
        const question = await questionOf(answered, store, open, groups ?? NO_GROUPS, showing.current)
        const found = unwrap(await feed.jobs.search.ask(question))
        if (asked !== latest.current || !found) return
        setGiven({ answer: found, answered })
        setProblem(null)
      } catch (error) {
        if (asked !== latest.current) return
        setGiven(null)
        setProblem(problemOf(error))
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => clearTimeout(timer)
  }, [store, feed, open, groups, revision, within?.byDocument, typed, exact, cased, wholeWords, scope])
  const { answer = null, answered = null } = given ?? {}
  return { feed, progress, groups: groups ?? NO_GROUPS, answer, answered, problem }
}
