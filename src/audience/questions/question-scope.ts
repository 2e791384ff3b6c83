import { isDataOfficer } from '../../access/data-officers.ts'
import { type Asker, mayPublish, organisationOf } from '../../access/roles.ts'
import { sql } from '../../database/database.ts'

/**
 * Whose questions somebody of staff sees: editors and administrators everybody's, contributors those that their own
 * organisation is to answer. Data officers see everybody's too, to answer for what is kept; they answer none.
 */
export interface QuestionScope {
  /** Null: all. */
  readonly organisationId: string | null
  readonly mayAnswer: boolean
  /** Give it to somebody else, make an entry of the FAQ from it. */
  readonly mayRoute: boolean
  readonly mayErase: boolean
}

/** Null: none. */
export function questionScopeOf(user: Asker): QuestionScope | null {
  const isEditor = mayPublish(user)
  const isOfficer = isDataOfficer(user)
  if (isEditor || isOfficer)
    return { organisationId: null, mayAnswer: isEditor, mayRoute: isEditor, mayErase: true }
  const organisationId = organisationOf(user)
  return organisationId === null
    ? null
    : { organisationId, mayAnswer: true, mayRoute: false, mayErase: false }
}

/** Of the table `questions`, those within the scope. */
export const withinScope = ({ organisationId }: Pick<QuestionScope, 'organisationId'>) =>
  organisationId === null ? sql`true` : sql`questions.organisation_id = ${organisationId}::uuid`
