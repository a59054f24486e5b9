import { expose } from 'comlink'
import { corpusJobs } from '#shared/corpus/jobs'

expose(corpusJobs())
