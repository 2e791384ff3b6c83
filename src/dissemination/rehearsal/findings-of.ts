import type { StoredEdition } from '../../ledger/editions.ts'
import type { RehearsedFinding } from './rehearsal-report.ts'

/** What the checks of editions have to say about one. The one place where the rehearsal asks them. */
export const findingsOf = (_edition: StoredEdition, _isFunded: boolean): readonly RehearsedFinding[] => []
