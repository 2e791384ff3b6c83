/** Why a request gets no answer. http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm#ErrorConditions */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'

export interface OaiError {
  readonly code: OaiErrorCode
  /** In English: programmers read it. */
  readonly message: string
}

export const oaiError = (code: OaiErrorCode, message: string): OaiError => ({ code, message })

export const isOaiError = (value: object): value is OaiError => 'code' in value && 'message' in value
