import type { TFunction } from 'i18next'
import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRole } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { translator } from '../../i18n/translator.ts'
import { type DkimKey, generateDkimKey, retireDkimKey } from '../../newsletter/dkim/dkim-keys.ts'
import { activatePublished } from './activate-published.ts'
import { type DnsLookUp, dnsLookUp } from './dns-look-up.ts'
import { mailSenders } from './mail-senders.ts'

const answer = (status: number, body: { readonly message: string; readonly error?: string }): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

interface Ask {
  readonly req: PayloadRequest
  readonly t: TFunction
}

const administratorsOnly =
  (work: (ask: Ask) => Promise<Response>): Endpoint['handler'] =>
  async (req) => {
    const t = translator(adminLocaleOf(req.i18n.language), 'admin')
    if (!hasRole(req.user, 'administrator'))
      return answer(req.user === null ? 401 : 403, {
        error: 'administrators-only',
        message: t('views.mailSetUp.closed'),
      })
    return work({ req, t })
  }

/** In the log, so that it can be told later who changed what mails are signed with. */
const note = ({ req }: Ask, msg: string, { id, selector, domain }: DkimKey): void =>
  req.payload.logger.info({ msg, keyId: id, selector, domain, actor: req.user?.id ?? null })

const named = z.object({ id: z.uuid() })

const withKeyId =
  (work: (ask: Ask, id: string) => Promise<Response>) =>
  async (ask: Ask): Promise<Response> => {
    await addDataAndFileToRequest(ask.req)
    const { data } = named.safeParse(ask.req.data ?? {})
    return data === undefined
      ? answer(422, { error: 'invalid', message: ask.t('views.mailSetUp.keys.gone') })
      : work(ask, data.id)
  }

/**
 * Below `/api/mail-set-up/keys`, for administrators. `POST / {domain}` makes a key, `POST /activate {id}` signs with it once its
 * record is found, `POST /retire {id}` signs with it no more.
 */
export const keyEndpoints = (dns: DnsLookUp = dnsLookUp()): Endpoint[] => [
  {
    path: '/mail-set-up/keys',
    method: 'post',
    handler: administratorsOnly(async (ask) => {
      await addDataAndFileToRequest(ask.req)
      const domains = mailSenders(env).map(({ domain }) => domain)
      const { data } = z
        .object({ domain: z.enum(domains).default(String(domains[0])) })
        .safeParse(ask.req.data ?? {})
      if (data === undefined)
        return answer(422, { error: 'invalid', message: ask.t('views.mailSetUp.keys.stranger') })
      const key = await generateDkimKey(data.domain, new Date(), databaseOf(ask.req.payload))
      if (key === null)
        return answer(409, { error: 'one-waits', message: ask.t('views.mailSetUp.keys.one-waits') })
      note(ask, 'a key to sign mails with was made', key)
      return answer(201, { message: ask.t('views.mailSetUp.keys.made') })
    }),
  },
  {
    path: '/mail-set-up/keys/activate',
    method: 'post',
    handler: administratorsOnly(
      withKeyId(async (ask, id) => {
        const outcome = await activatePublished(id, dns, databaseOf(ask.req.payload))
        if (typeof outcome === 'string')
          return answer(409, { error: outcome, message: ask.t(`views.mailSetUp.keys.${outcome}`) })
        note(ask, 'mails are signed with another key', outcome)
        return answer(200, { message: ask.t('views.mailSetUp.keys.activated') })
      }),
    ),
  },
  {
    path: '/mail-set-up/keys/retire',
    method: 'post',
    handler: administratorsOnly(
      withKeyId(async (ask, id) => {
        const key = await retireDkimKey(id, databaseOf(ask.req.payload))
        if (key === null) return answer(409, { error: 'gone', message: ask.t('views.mailSetUp.keys.gone') })
        note(ask, 'a key to sign mails with was retired', key)
        return answer(200, { message: ask.t('views.mailSetUp.keys.retired') })
      }),
    ),
  },
]
