import type { Payload } from 'payload'

import { findSubscriber, type Subscriber } from '../audience/subscriber.ts'
import { databaseOf, sql } from '../database/database.ts'

/** Everybody that is stored, or who has this address. */
export async function subscribersOf(payload: Payload, address: string | null = null): Promise<Subscriber[]> {
  const database = databaseOf(payload)
  const { rows } = await database.execute<{ id: string }>(sql`
    select id from subscribers where ${address}::text is null or email = ${address}::text order by created_at, id
  `)
  const people: Subscriber[] = []
  for (const { id } of rows) {
    const person = await findSubscriber(id, database)
    if (person !== null) people.push(person)
  }
  return people
}
