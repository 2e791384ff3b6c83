import { randomUUID } from 'node:crypto'

import { databaseOf, sql } from '../database/database.ts'
import { recordFeedback } from '../dissemination/feedback/record-feedback.ts'
import { decideHold } from '../dissemination/steer-issue.ts'
import { domainHolds } from '../ledger/issue-progress/held-domains.ts'
import type { Feedback } from '../ledger/mail-feedback.ts'
import { smtp } from '../newsletter/transports/smtp.ts'
import { fakeSmtp } from './fake-smtp.ts'
import { pacedNetwork } from './paced-network.ts'

/** What a server says that takes no mail of ours at all. */
export const REFUSED = '550 5.7.1 blocked using a list'

/** For the top of a test file: a network whose mails some domains refuse. Each test begins with nobody and no issue. */
export async function refusedNetwork() {
  const { payload, run, issueTo, work, refuseAll, issueNow } = await pacedNetwork()

  /** A mail server that refuses whom the domains' readers are, and what a worker does with what is due now. */
  async function atServer(refusals: Readonly<Record<string, string>>) {
    const server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 1 })
    for (const [domain, answer] of Object.entries(refusals)) await refuseAll(server, answer, `%@${domain}`)
    return {
      server,
      work: (issueId: string) => work(issueId, transport),
      async [Symbol.asyncDispose]() {
        await transport.close()
        await server[Symbol.asyncDispose]()
      },
    }
  }

  /** How many people there are of each domain, state and reason. */
  async function counts(): Promise<readonly string[]> {
    const { rows } = await run(sql`
      select domain, state, reason, count(*)::int as people from email_deliveries group by 1, 2, 3 order by 1, 2, 3
    `)
    return rows.map(({ people, domain, state, reason }) =>
      [people, domain, state, reason].filter((part) => part !== null).join(' '),
    )
  }

  const actor = randomUUID()
  const holdsOf = (issueId: string) => domainHolds(issueId, databaseOf(payload))
  const decide = async (issueId: string, what: 'domain-again' | 'domain-given-up') => {
    const [hold] = await holdsOf(issueId)
    return decideHold(payload, { issueId, holdId: hold?.id ?? randomUUID(), what, actor })
  }

  /** What the mail service tells of so many mails that it took, one after the other. */
  async function comesBack(domain: string, people: number, told: Partial<Feedback>): Promise<void> {
    const { rows } = await run(sql`
      select id from email_deliveries where domain = ${domain} and state = 'submitted' and bounced_at is null limit ${people}
    `)
    for (const { id } of rows) {
      const feedback = { source: 'resend', providerId: null, kind: 'bounced', bounceClass: 'policy' } as const
      const codes = { status: '5.7.1', replyCode: '550' }
      const about = { key: randomUUID(), deliveryId: String(id), at: new Date() }
      await recordFeedback(payload, { ...feedback, ...codes, ...about, ...told }, new Date())
    }
  }

  /** An issue of which some have left by the mail service, with the others still to go. */
  async function halfSent(readers: Readonly<Record<string, number>>, left: number): Promise<string> {
    const issueId = await issueTo(readers)
    await run(sql`
      update email_deliveries d set state = 'submitted', submitted_at = now(), address_key = person.address_key
      from (select id, row_number() over (partition by domain order by id) as place from email_deliveries) placed,
        subscribers person
      where placed.id = d.id and placed.place <= ${left} and person.id = d.subscriber_id
    `)
    return issueId
  }

  return { payload, run, issueTo, atServer, counts, issueNow, actor, holdsOf, decide, comesBack, halfSent }
}
