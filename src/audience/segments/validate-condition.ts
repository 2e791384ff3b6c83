import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../database/database.ts'
import { checkCondition } from './check-condition.ts'
import { faultText } from './fault-text.ts'

/** Whether a segment's condition can be saved, or what is wrong with it and where. */
export async function validateCondition(
  value: unknown,
  { req }: { readonly req: PayloadRequest },
): Promise<string | true> {
  const read = await checkCondition(value, await transactionOf(req))
  return 'condition' in read ? true : faultText(req, read.fault)
}
