import type { ProjectSnapshot } from './exporter'

/** A project that holds nothing yet, into which a file can be read. */
export const emptyProject = (project: ProjectSnapshot['project']): ProjectSnapshot => ({
  project,
  coders: [],
  documents: [],
  contents: [],
  themes: [],
  highlights: [],
  taggings: [],
  notes: [],
})
