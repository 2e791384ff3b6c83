import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { z } from 'zod'

import { isDataOfficer } from '../../../access/data-officers.ts'
import { maskedAddress } from '../../../audience/canonical-address.ts'
import { looksOf } from '../../../audience/looks.ts'
import { mailsTo } from '../../../audience/mails-to.ts'
import { historyOf } from '../../../audience/people/history-of.ts'
import { suppressionsOf } from '../../../audience/people/suppressions-of.ts'
import { followsOf, newslettersOf } from '../../../audience/personal-ties.ts'
import { findSubscriber, type Subscriber } from '../../../audience/subscriber.ts'
import { databaseOf } from '../../../database/database.ts'
import { translator } from '../../../i18n/translator.ts'
import type { Texts } from '../../client-texts.ts'
import { networkContext } from '../../view-context.ts'
import { ViewFrame } from '../../view-frame.tsx'
import { ViewHead } from '../../view-head.tsx'
import { audienceTexts } from '../client-texts.ts'
import { Status } from '../people/people-table.tsx'
import { Looks, Suppressions } from './bars-and-looks.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Mails } from './mails.tsx'
import { type ActionName, PersonAction } from './person-action.tsx'
import { personNames } from './person-names.ts'
import { Follows, Newsletters } from './ties.tsx'

const LIST = '/admin/audience/people'
const actions = ['address', 'export', 'suppress', 'erase'] as const satisfies ActionName[]

/** One person with everything that is kept about them, but the address: that is shown on request, and the request noted. */
export async function PersonView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const asked = z.uuid().safeParse(lastOf(view.params?.segments))
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(LIST)}`)
  const context = await networkContext(req)
  const { language } = context
  const t = translator(language, 'audience')
  const steps = [
    { label: t('nav.numbers'), url: '/admin/audience' },
    { label: t('nav.people'), url: LIST },
  ]
  const database = databaseOf(payload)
  const isOfficer = isDataOfficer(user)
  const person = isOfficer && asked.success ? await findSubscriber(asked.data, database) : null
  if (person === null)
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead
          level={1}
          title={t('nav.people')}
          lead={t(isOfficer ? 'person.error.gone' : 'people.closed')}
        />
      </ViewFrame>
    )

  const now = new Date()
  const masked = maskedAddress(person.email)
  const texts = audienceTexts(language, 'person.')
  // Names are told in the officer's language, not in the person's.
  const forOfficer = { ...person, locale: language }
  const newsletters = await newslettersOf(forOfficer, database)
  const history = await historyOf(person.addressKey, database)
  const looks = await looksOf(person.id, database)
  const mails = await mailsTo(person.id, database)
  const suppressions = await suppressionsOf(person.addressKey, database)
  const names = await personNames(
    payload,
    {
      history,
      newsletterIds: [
        ...suppressions.flatMap(({ scope }) => (scope === 'global' ? [] : [scope])),
        ...mails.flatMap(({ newsletterId }) => (newsletterId === null ? [] : [newsletterId])),
      ],
      staffIds: [
        ...looks.map(({ userId }) => userId),
        ...suppressions.flatMap(({ actor }) => (actor === null ? [] : [actor])),
      ],
    },
    language,
  )
  const parts = { names, t, context }
  return (
    <ViewFrame view={view} steps={[...steps, { label: masked }]}>
      <Head
        person={person}
        masked={masked}
        isSuppressed={suppressions.some(({ scope }) => scope === 'global')}
        now={now}
        texts={texts}
        {...{ t, context }}
      />
      <div className="em-two em-two-wide em-person">
        <div>
          <Newsletters personId={person.id} {...{ newsletters, now, texts, t, context }} />
          <Follows follows={await followsOf(forOfficer, database)} t={t} context={context} />
          <History entries={history} {...parts} />
          <Mails mails={mails} {...parts} />
        </div>
        <div>
          <Facts person={person} database={database} t={t} context={context} />
          <Suppressions suppressions={suppressions} {...parts} />
          <Looks looks={looks} {...parts} />
        </div>
      </div>
    </ViewFrame>
  )
}

const lastOf = (segments: string | string[] | undefined): string | undefined =>
  Array.isArray(segments) ? segments.at(-1) : segments

interface HeadProps extends Pick<Parameters<typeof Status>[0], 'now' | 't' | 'context'> {
  readonly person: Subscriber
  readonly masked: string
  readonly isSuppressed: boolean
  readonly texts: Texts
}

function Head({ person, masked, isSuppressed, now, texts, t, context }: HeadProps) {
  const { status, pausedUntil } = person
  return (
    <>
      <div className="em-head">
        <div>
          <h1 className="em-title">
            <bdi dir="ltr">{masked}</bdi>
          </h1>
          <div className="em-lead">
            <Status person={{ status, pausedUntil, isSuppressed }} now={now} t={t} context={context} />
          </div>
        </div>
      </div>
      <div className="em-person-actions">
        {actions.map((name) => (
          <PersonAction
            key={name}
            name={name}
            personId={person.id}
            texts={texts}
            language={context.language}
          />
        ))}
      </div>
    </>
  )
}
