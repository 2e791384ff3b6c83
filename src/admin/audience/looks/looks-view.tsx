import Link from 'next/link'
import type { AdminViewServerProps, Payload } from 'payload'

import { type Look, type LookFilter, pageOfLooks } from '../../../audience/looks.ts'
import { databaseOf } from '../../../database/database.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { ViewHead } from '../../view-head.tsx'
import { staffNames } from '../officer/names-of.ts'
import { OfficerChoice, OfficerField } from '../officer/officer-field.tsx'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'
import { Pages, pageNumber } from '../officer/pages.tsx'

const PATH = '/admin/audience/looks'
const PER_PAGE = 50
const DAY_MS = 24 * 3_600_000

/** Who of staff saw an address, when and why. */
export const LooksView = (view: AdminViewServerProps) =>
  officerView(view, { path: PATH, title: 'nav.looks' }, show)

async function show(view: OfficerView) {
  const { payload, context, t, asked } = view
  const page = pageNumber(asked('page'))
  const filter = lookFilter(asked)
  const { looks, total } = await pageOfLooks(filter, { page, perPage: PER_PAGE }, databaseOf(payload))
  const staff = await staffNames(
    payload,
    looks.map(({ userId }) => userId),
  )
  const isFiltered = Object.values(filter).some((value) => value !== null)
  return (
    <>
      <ViewHead
        level={1}
        title={t('looks.head', { count: total, number: context.number(total) })}
        lead={t('looks.lead')}
      />
      <search>
        <form className="em-filters" action={PATH}>
          <OfficerChoice
            name="user"
            label={t('looks.column.who')}
            value={asked('user')}
            options={[['', t('officer.any')], ...(await officers(payload))]}
          />
          <OfficerField
            name="from"
            type="date"
            label={t('officer.from')}
            value={asked('from')}
            isRequired={false}
          />
          <OfficerField
            name="until"
            type="date"
            label={t('officer.until')}
            value={asked('until')}
            isRequired={false}
          />
          {asked('person') !== '' && <input type="hidden" name="person" value={asked('person')} />}
          <button type="submit" className="em-button">
            {t('officer.show')}
          </button>
        </form>
      </search>
      {isFiltered && (
        <p className="em-empty">
          {filter.subscriberId !== null && t('looks.ofOne')} <Link href={PATH}>{t('officer.all')}</Link>
        </p>
      )}
      {looks.length === 0 ? (
        <p className="em-empty">{t('looks.none')}</p>
      ) : (
        <LookTable looks={looks} staff={staff} view={view} />
      )}
      <Pages
        path={PATH}
        query={{
          user: asked('user'),
          from: asked('from'),
          until: asked('until'),
          person: asked('person'),
        }}
        page={page}
        hasMore={page * PER_PAGE < total}
        texts={{ newer: t('officer.newer'), older: t('officer.older') }}
      />
    </>
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** `?user=&person=&from=2026-11-01&until=2026-11-30`, both days in it, in UTC. What makes no sense does not matter. */
function lookFilter(asked: OfficerView['asked']): LookFilter {
  const id = (name: string) => (uuid.test(asked(name)) ? asked(name) : null)
  const day = (name: string) => {
    const at = new Date(`${asked(name)}T00:00:00Z`)
    return Number.isNaN(at.getTime()) ? null : at
  }
  const until = day('until')
  return {
    userId: id('user'),
    subscriberId: id('person'),
    from: day('from'),
    until: until === null ? null : new Date(until.getTime() + DAY_MS),
  }
}

/** Those who may see addresses now; others did so when they still might, and stand in the list all the same. */
async function officers(payload: Payload): Promise<[string, string][]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['data-officer'] } },
    depth: 0,
    limit: 200,
    sort: 'name',
    select: { name: true, email: true },
  })
  return docs.map(({ id, name, email }) => [id, name || email])
}

interface LookTableProps {
  readonly looks: readonly Look[]
  /** Id → name. */
  readonly staff: ReadonlyMap<string, string>
  readonly view: OfficerView
}

const LookTable = ({ looks, staff, view: { t, context } }: LookTableProps) => (
  <ScrollArea label={t('nav.looks')}>
    <table className="em-officer-table em-officer-rows">
      <thead>
        <tr>
          <th scope="col">{t('officer.when')}</th>
          <th scope="col">{t('looks.column.who')}</th>
          <th scope="col">{t('looks.column.what')}</th>
          <th scope="col" className="em-end">
            {t('looks.column.people')}
          </th>
          <th scope="col">{t('officer.purpose')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(({ id, at, userId, kind, subscriberId, people, purpose }) => (
          <tr key={id}>
            <th scope="row">
              <time dateTime={at.toISOString()}>{context.moment(at)}</time>
            </th>
            <td>
              <bdi>{staff.get(userId) ?? t('officer.gone')}</bdi>
            </td>
            <td>
              {t(`looks.kind.${kind}`)}
              {subscriberId !== null && (
                <small>
                  <Link href={`${PATH}?person=${subscriberId}`} prefetch={false}>
                    {t('looks.samePerson')}
                  </Link>
                </small>
              )}
            </td>
            <td className="em-end">{context.number(people)}</td>
            <td className="em-officer-note">
              <bdi>{purpose}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
)
