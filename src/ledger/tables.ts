import { channelTables } from './channel-tables.ts'
import { issueTables } from './issue-tables.ts'
import { mailTables } from './mail-tables.ts'
import { paceTables } from './pace-tables.ts'
import { pressTables } from './press-tables.ts'

export const ownTables = {
  ...channelTables,
  ...pressTables,
  ...issueTables,
  ...mailTables,
  ...paceTables,
}
