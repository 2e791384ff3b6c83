import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload } from 'payload'

import { isDataOfficer } from '../../../access/data-officers.ts'
import { type Named, namesFor } from '../../../audience/named.ts'
import { listPeople } from '../../../audience/people/list-people.ts'
import { peopleFilter, placeText } from '../../../audience/people/people-filter.ts'
import { databaseOf } from '../../../database/database.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import { networkContext } from '../../view-context.ts'
import { ViewFrame } from '../../view-frame.tsx'
import { ViewHead } from '../../view-head.tsx'
import { audienceTexts } from '../client-texts.ts'
import { FindPerson } from './find-person.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleTable } from './people-table.tsx'

const PATH = '/admin/audience/people'

/** Everybody who agreed to something, under masked addresses. For data officers. */
export async function PeopleView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(PATH)}`)
  const context = await networkContext(req)
  const { language } = context
  const t = translator(language, 'audience')
  const steps = [{ label: t('nav.numbers'), url: '/admin/audience' }, { label: t('nav.people') }]
  if (!isDataOfficer(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t('nav.people')} lead={t('people.closed')} />
      </ViewFrame>
    )

  const query = view.searchParams ?? {}
  const filter = peopleFilter(query)
  const { people, next } = await listPeople(filter, databaseOf(payload))
  const newsletters = await every(payload, 'newsletters', language)
  return (
    <ViewFrame view={view} steps={steps}>
      <ViewHead level={1} title={t('nav.people')} lead={t('people.lead')} />
      <FindPerson texts={audienceTexts(language, 'people.')} language={language} />
      <PeopleFilters
        // Another choice is another form.
        key={JSON.stringify(filter)}
        filter={filter}
        newsletters={newsletters}
        topics={await every(payload, 'topics', language)}
        language={language}
        t={t}
      />
      {people.length === 0 ? (
        <p className="em-empty">{t('people.empty')}</p>
      ) : (
        <PeopleTable
          people={people}
          newsletters={new Map(newsletters.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])))}
          now={new Date()}
          t={t}
          context={context}
        />
      )}
      <p className="em-pages">
        {filter.after !== null && <Link href={pathTo(query, null)}>{t('people.first')}</Link>}
        {next !== null && <Link href={pathTo(query, placeText(next))}>{t('people.next')}</Link>}
      </p>
    </ViewFrame>
  )
}

/** The same list, from another place on. */
function pathTo(query: Readonly<Record<string, unknown>>, after: string | null): string {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && name !== 'after' ? [[name, value]] : [],
  )
  const search = new URLSearchParams([...kept, ...(after === null ? [] : [['after', after]])])
  return search.size === 0 ? PATH : `${PATH}?${search}`
}

/** All there are, by name. */
async function every(
  payload: Payload,
  collection: 'newsletters' | 'topics',
  language: Locale,
): Promise<readonly Named[]> {
  const { docs } = await payload.find({ collection, depth: 0, pagination: false, select: {} })
  const named = await namesFor(
    language,
    collection,
    docs.map(({ id }) => String(id)),
    databaseOf(payload),
  )
  const order = new Intl.Collator(language)
  return named.toSorted((a, b) => order.compare(a.name ?? '', b.name ?? ''))
}
