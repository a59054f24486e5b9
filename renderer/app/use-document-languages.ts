import { useMemo } from 'react'
import type { DocumentId } from '#shared/model/ids'
import { useProject } from './library'

/** The language of each document of the open project (BCP 47), in which its title and words are set: shapes and marks go by it. */
export function useDocumentLanguages(): ReadonlyMap<DocumentId, string> {
  const documents = useProject()?.documents
  return useMemo(() => new Map((documents ?? []).map(({ id, language }) => [id, language])), [documents])
}
