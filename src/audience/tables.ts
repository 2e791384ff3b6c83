import { consentTables } from './consent-tables.ts'
import { digestTables } from './digest/digest-tables.ts'
import { importTables } from './imports/import-tables.ts'
import { peopleTables } from './people-tables.ts'
import { questionTables } from './questions/tables.ts'

export const ownTables = {
  ...peopleTables,
  ...consentTables,
  ...importTables,
  ...digestTables,
  ...questionTables,
}
