import type { Payload } from 'payload'

import type { Database } from '../../database/database.ts'
import { livingNow } from './life.ts'

type Drizzle = Payload['db']['drizzle']

/**
 * The same product over the same connections, but each statement of ours asks first whether the worker that sends it still
 * lives: see `beginLife`. Nothing of the product knows of it.
 */
export function mortalPayload(payload: Payload): Payload {
  const drizzle = replacing(payload.db.drizzle, {
    execute: (statement: Parameters<Database['execute']>[0]) =>
      reach(() => databaseIn(payload).execute(statement)),
    transaction: (work: (transaction: unknown) => Promise<unknown>, ...options: unknown[]) =>
      reach(() =>
        (payload.db.drizzle.transaction as (...all: unknown[]) => Promise<unknown>)(
          (transaction: Database & object) => work(mortalTransaction(transaction)),
          ...options,
        ),
      ),
  })
  const db = replacing(payload.db, { drizzle: drizzle as Drizzle })
  return replacing(payload, { db })
}

const databaseIn = (payload: Payload): Database => payload.db.drizzle as unknown as Database

const reach = <Result>(work: () => Promise<Result>): Promise<Result> =>
  livingNow()?.reach(work, 'statement') ?? work()

const mortalTransaction = (transaction: Database & object): Database =>
  replacing(transaction, {
    execute: async <Row extends Record<string, unknown>>(statement: Parameters<Database['execute']>[0]) => {
      livingNow()?.insideTransaction()
      return transaction.execute<Row>(statement)
    },
  })

/** The same object, but for some of its members. Methods run on the original. */
function replacing<Original extends object>(
  original: Original,
  replaced: Partial<Record<keyof Original, unknown>>,
) {
  return new Proxy(original, {
    get(target, key) {
      if (Object.hasOwn(replaced, key)) return replaced[key as keyof Original]
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
