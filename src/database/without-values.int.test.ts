import config from '@payload-config'
import { createTransport } from 'nodemailer'
import { getPayload, type Payload } from 'payload'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fakeSmtp } from '../testing/fake-smtp.ts'
import { databaseOf, sql } from './database.ts'
import { logWithoutValues, withoutValues } from './without-values.ts'

const address = 'somebody@example.org'
const link = 'v1.k1.a-link-by-which-they-leave'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const failures = {
  'a statement that is none': sql`select * from nowhere where address = ${address} and link = ${link}`,
  'a value of another type': sql`select ${address}::uuid, ${link}::text`,
  'a row that is there already': sql`
    insert into press_contacts (id, name, email, locale, consent_basis)
    select id::uuid, 'x', ${address}, 'en', ${link}
    from jsonb_array_elements_text('["0198a226-6795-7697-9738-acb7d2ea7de0", "0198a226-6795-7697-9738-acb7d2ea7de1"]') as two (id)
  `,
}

const errorOf = (statement: ReturnType<typeof sql>): Promise<Error> =>
  databaseOf(payload)
    .execute(statement)
    .then(
      () => new Error('nothing failed'),
      (error: Error) => error,
    )

/** All that a log says of it, in each of the ways in which errors are logged. */
function logged(error: Error): string {
  const lines: string[] = []
  const log = pino(
    { hooks: { logMethod: logWithoutValues } },
    { write: (line: string) => void lines.push(line) },
  )
  log.error(error)
  log.error({ err: error })
  log.warn({ msg: 'a job failed', err: new Error('around it', { cause: error }) })
  return lines.join('')
}

test.for(Object.keys(failures))('a log says what failed, and of whom nothing: %s', async (what) => {
  const error = await errorOf(failures[what as keyof typeof failures])
  expect(`${error.message}${JSON.stringify(error)}`).toContain(address)
  const said = logged(error)

  expect([said.includes(address), said.includes(link), said.includes('somebody')]).toEqual([
    false,
    false,
    false,
  ])
  expect(said).toContain('Failed query: ')
  expect(said).toContain('without-values.int.test.ts')
})

test('what a mail server said of an address is not logged, but its code is', async () => {
  await using server = await fakeSmtp()
  server.refuse(address, `550 5.1.1 <${address}> is nobody`)
  const [host, port] = new URL(server.url).host.split(':')
  const error = await createTransport({ host, port: Number(port), ignoreTLS: true })
    .sendMail({ from: 'network@example.org', to: address, text: 'News' })
    .then(
      () => new Error('it was taken'),
      (refused: Error) => refused,
    )
  expect(`${error.message}${JSON.stringify(error)}`).toContain(address)
  expect([logged(error).includes('somebody'), logged(error).includes('550')]).toEqual([false, true])
})

test('whatever is no error is logged as it is', () => {
  expect([withoutValues('text'), withoutValues(null), withoutValues({ params: 1 })]).toEqual([
    'text',
    null,
    { params: 1 },
  ])
})
