import type { Payload } from 'payload'

import { preferencesUrl, unsubscribeUrl } from '../audience/links.ts'
import { siteUrl } from '../content/site-url.ts'
import { databaseOf } from '../database/database.ts'
import { env } from '../env.ts'
import type { StoredEdition } from '../ledger/editions.ts'
import type { ClaimedMail } from '../ledger/email-deliveries.ts'
import { type CompiledEdition, compileEdition } from '../newsletter/compiled-edition.ts'
import { editionToSend } from '../newsletter/counted-links/counted-edition.ts'
import { letterHead } from '../newsletter/headers.ts'
import type { FrozenMail } from '../newsletter/transports/transport.ts'
import type { IssueSource } from './issue-source.ts'
import { newsletterNames } from './newsletter-names.ts'
import { editionUrl } from './render-issue.ts'
import { standsIn } from './stands-in.ts'

/** One edition, ready to be merged with one person's values after another. */
export interface Mailing {
  readonly compiled: CompiledEdition
  /** The same person always gets the same bytes. */
  freeze(mail: ClaimedMail): FrozenMail
}

/** @throws when the edition is gone, which never happens to one that has deliveries. */
export async function openMailing(payload: Payload, issue: IssueSource, editionId: string): Promise<Mailing> {
  const edition = await editionToSend(editionId, databaseOf(payload))
  if (edition === null) throw new Error(`edition ${editionId} is not in the ledger`)
  return mailingOf(payload, issue, edition)
}

/** The same for an edition that one has. */
export async function mailingOf(
  payload: Payload,
  issue: IssueSource,
  edition: StoredEdition,
): Promise<Mailing> {
  const { newsletter } = issue
  const { locale, subject } = edition
  const newsletterName = newsletter.name[locale] ?? ''
  const names = await newsletterNames(issue, locale, databaseOf(payload))
  const [subscribeUrl, archiveUrl] = [siteUrl(`/${locale}/subscribe`), editionUrl(issue, locale)]
  return {
    compiled: compileEdition(edition),
    freeze: ({ id, subscriberId, newsletterId, address, standsInFor }) => {
      const unsubscribe = unsubscribeUrl({ subscriberId, list: newsletterId })
      return {
        head: letterHead({
          deliveryId: id,
          issueId: issue.id,
          newsletterId,
          newsletterName: names.get(newsletterId) ?? newsletterName,
          locale,
          from: { name: newsletter.fromName[locale] || newsletterName, address: env.MAIL_FROM },
          replyTo: newsletter.replyTo,
          to: address,
          subject,
          unsubscribeUrl: unsubscribe,
          subscribeUrl,
          archiveUrl,
        }),
        values: {
          unsubscribe_url: unsubscribe,
          preferences_url: preferencesUrl(subscriberId),
          ...(standsInFor !== null && { stands_in: standsIn(standsInFor, locale) }),
        },
      }
    },
  }
}
