import type { CollectionAfterDeleteHook } from 'payload'

import { transactionOf } from '../../database/database.ts'
import { forgetContact } from '../../ledger/press-mails.ts'

/** Of who is deleted from the press list no copy of a mail is kept, in the same transaction. */
export const forgetDeletedContact: CollectionAfterDeleteHook = async ({ id, req }) => {
  await forgetContact(String(id), await transactionOf(req))
}
