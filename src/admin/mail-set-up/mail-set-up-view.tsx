import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { hasRole } from '../../access/roles.ts'
import { databaseOf } from '../../database/database.ts'
import { checkMailSetUp } from '../../dissemination/mail-set-up/check-mail-set-up.ts'
import { dnsLookUp } from '../../dissemination/mail-set-up/dns-look-up.ts'
import { isReserved, mailSenders } from '../../dissemination/mail-set-up/mail-senders.ts'
import { env } from '../../env.ts'
import { requester } from '../../network/request.ts'
import { dkimKeysOf } from '../../newsletter/dkim/dkim-keys.ts'
import { networkContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import { ViewHead } from '../view-head.tsx'
import { CheckList } from './check-list.tsx'
import { KeyRing } from './key-ring.tsx'
import { MAIL_SET_UP } from './mail-set-up-place.ts'

/** What mailbox providers look at, as it is at this moment, and the keys that mails are signed with. For administrators. */
export async function MailSetUpView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(MAIL_SET_UP)}`)
  const context = await networkContext(req)
  const { t, number } = context
  const steps = [{ label: t('views.mailSetUp.title') }]
  if (!hasRole(user, 'administrator'))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('views.mailSetUp.title')} lead={t('views.mailSetUp.closed')} />
      </ViewFrame>
    )
  const database = databaseOf(payload)
  const request = requester({ allowedPrivateHosts: env.ALLOWED_PRIVATE_HOSTS })
  const checks = await checkMailSetUp(env, { dns: dnsLookUp(), request, database })
  const toDo = checks.filter(({ mark }) => mark === 'to-do').length
  // Nobody can add a record to an example domain, and a mail service signs by itself.
  const signing =
    env.SMTP_URL === undefined || !env.MAIL_TRANSPORTS.includes('smtp')
      ? []
      : mailSenders(env).filter(({ domain }) => !isReserved(domain))
  const signers = await Promise.all(
    signing.map(async ({ domain }) => ({ domain, keys: await dkimKeysOf(domain, database) })),
  )
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead
        level={1}
        over={t('views.mailSetUp.title')}
        title={
          toDo === 0
            ? t('views.mailSetUp.fine')
            : t('views.mailSetUp.toDo', { count: toDo, number: number(toDo) })
        }
        lead={t('views.mailSetUp.lead')}
        action={
          <Link className="em-button em-button-first" href={MAIL_SET_UP} prefetch={false}>
            {t('views.mailSetUp.again')}
          </Link>
        }
      />
      <CheckList checks={checks} t={t} />
      {signers.map(({ domain, keys }) => (
        <KeyRing
          key={domain}
          domain={domain}
          isOneOfSeveral={signers.length > 1}
          keys={keys}
          now={new Date()}
          context={context}
        />
      ))}
    </ViewFrame>
  )
}
