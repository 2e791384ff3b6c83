import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { prepareIssue } from '../../dissemination/prepare-issue.ts'
import { requestSend } from '../../dissemination/request-send.ts'
import { env } from '../../env.ts'
import { decideLanguage } from '../../ledger/issue-languages.ts'
import { resend as resendTransport } from '../../newsletter/transports/resend.ts'
import { smtp as smtpTransport } from '../../newsletter/transports/smtp.ts'
import type { Transport } from '../../newsletter/transports/transport.ts'
import { enqueue } from '../../queue/queue.ts'
import { createTestItem } from '../create-item.ts'
import { createTestNewsletter } from '../create-newsletter.ts'
import { emptying } from '../emptying.ts'
import { fakeResend } from '../fake-resend.ts'
import { fakeSmtp } from '../fake-smtp.ts'
import type { RestartableCluster } from '../restartable-cluster.ts'
import { mortalPayload } from './mortal-payload.ts'
import { trueClock, withTrueClock } from './skewed-clock.ts'

/** One person of the audience, as the ledger entered them. */
export interface Candidate {
  readonly deliveryId: string
  readonly subscriberId: string
  readonly address: string
}

/** The product, two mail services and one issue that can be sent again and again, each time to other people. */
export interface Stage extends AsyncDisposable {
  readonly payload: Payload
  /** The same for workers that may die. */
  readonly mortal: Payload
  readonly smtp: Awaited<ReturnType<typeof fakeSmtp>>
  readonly resend: Awaited<ReturnType<typeof fakeResend>>
  readonly issueId: string
  readonly newsletterId: string
  /** Connections of one worker's own. */
  transportOf(worker: number, name: Transport['name']): Transport
  /**
   * Empties the ledger and freezes the issue for so many people.
   * @param held what becomes at its deadline of a language that is not ready; null: all are
   */
  begin(people: number, held?: 'fallback' | 'skip' | null): Promise<readonly Candidate[]>
  /** The translation that is waited for is published. */
  finishTranslation(): Promise<void>
  /** Stops the database, which comes back while workers go on. Null where others use it too. */
  readonly restart: RestartableCluster['restart'] | null
}

const languages = ['en', 'fr'] as const
/** Not ready when an issue leaves that waits for it. */
const HELD_LANGUAGE = 'el'
/** From when the issue leaves until a language that is held is given up. */
const HELD_MS = 6 * 60 * 60_000
const WORKERS = 3

/** Works on the database of this process's environment. */
export async function openStage({ restart = null }: Pick<Partial<Stage>, 'restart'> = {}): Promise<Stage> {
  const payload = await getPayload({ config })
  const mortal = mortalPayload(payload)
  const smtp = await fakeSmtp()
  const resend = await fakeResend({ clock: trueClock })
  const item = await createTestItem(payload)
  const newsletter = await createTestNewsletter(payload)
  for (const language of languages) await item.publish(language)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  let isTranslated = false
  const settings = { EMISSARY_KEYS: env.EMISSARY_KEYS, MAIL_FROM: env.MAIL_FROM }
  // The queue's sender of all workers is started by somebody who cannot die.
  await enqueue(mortal, 'sweep', [{}])

  const transports = Array.from({ length: WORKERS }, () => ({
    smtp: smtpTransport({ url: smtp.url }),
    resend: resendTransport({ apiKey: resend.apiKey, baseUrl: resend.url }),
  }))
  const ownTransports = (worker: number) => {
    const own = transports[worker]
    if (own === undefined) throw new Error(`there is no worker ${worker}`)
    return own
  }

  return {
    payload,
    mortal,
    smtp,
    resend,
    issueId,
    newsletterId: newsletter.id,
    transportOf: (worker, name) => ownTransports(worker)[name],
    restart,
    async begin(people, held = null) {
      Object.assign(env, settings)
      await clear(payload, issueId)
      if (isTranslated) await item.saveDraft(HELD_LANGUAGE, {}, { unpublish: true })
      isTranslated = false
      if (held !== null) {
        const deadline = new Date(trueClock() + HELD_MS)
        const decision = { locale: HELD_LANGUAGE, rule: 'hold', deadline, afterwards: held } as const
        await decideLanguage(issueId, decision, randomUUID(), databaseOf(payload))
      }
      await newsletter.subscribe(people, held === null ? languages : [...languages, HELD_LANGUAGE])
      await requestSend(payload, issueId)
      await prepareIssue(payload, issueId)
      return candidatesOf(payload, issueId)
    },
    async finishTranslation() {
      isTranslated = true
      await withTrueClock(() => item.publish(HELD_LANGUAGE))
    },
    async [Symbol.asyncDispose]() {
      for (const own of transports) await Promise.all([own.smtp.close(), own.resend.close()])
      await smtp[Symbol.asyncDispose]()
      await resend[Symbol.asyncDispose]()
    },
  }
}

async function clear(payload: Payload, issueId: string): Promise<void> {
  await databaseOf(payload).execute(
    emptying(`
      email_deliveries email_batches personal_mails questions mail_feedback issue_alarms
      mail_decisions issue_audiences domain_holds issue_languages send_buckets sending_days
      day_places suppressions follows subscriptions subscribers
    `),
  )
  await databaseOf(payload).execute(sql`
    update issues set state = 'draft', sent_at = null, problem = null where id = ${issueId}
  `)
  await databaseOf(payload).execute(sql`
    delete from editions where issue_id = ${issueId} and locale = ${HELD_LANGUAGE}
  `)
}

async function candidatesOf(payload: Payload, issueId: string): Promise<Candidate[]> {
  const { rows } = await databaseOf(payload).execute<Candidate & Record<string, unknown>>(sql`
    select d.id as "deliveryId", d.subscriber_id as "subscriberId", person.email as address
    from email_deliveries d join subscribers person on person.id = d.subscriber_id
    where d.issue_id = ${issueId} order by d.id
  `)
  return rows
}
