import { env } from '../../../env.ts'
import { fediverseAnswers } from '../../../site/fediverse/answers.ts'

export const ownAnswers = fediverseAnswers(env.PUBLIC_URL)
