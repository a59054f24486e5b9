import type { Attribute, AttributeType } from '../../model/attribute'
import type { SourceDocument } from '../../model/document'

/** A document for the tests of the table; what is not given is plain. */
export const trialDocument = (id: string, given: Partial<SourceDocument> = {}): SourceDocument => ({
  id,
  project: 'p',
  title: id,
  metadata: {},
  language: 'zh-Hans',
  format: 'plain-text',
  fileName: `${id}.txt`,
  content: id,
  length: 1,
  order: 0,
  created: 1,
  ...given,
})

/** An attribute whose id is its name. */
export const trialAttribute = (name: string, type: AttributeType, choices?: readonly string[]): Attribute => ({
  id: name,
  project: 'p',
  name,
  type,
  ...(choices && { choices }),
  order: 0,
  created: 1,
})
