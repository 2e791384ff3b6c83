import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'

import {
  countSuppressions,
  pageOfSuppressions,
  type Suppression,
  type SuppressionCount,
  suppressionsOf,
} from '../../../audience/suppression/read-suppressions.ts'
import { EVERYTHING, suppressionReasons } from '../../../audience/suppression/suppression-reasons.ts'
import { databaseOf } from '../../../database/database.ts'
import { ViewHead } from '../../view-head.tsx'
import { newsletterNames, staffNames } from '../officer/names-of.ts'
import { OfficerChoice, OfficerField } from '../officer/officer-field.tsx'
import { OfficerForm } from '../officer/officer-form.tsx'
import { type OfficerView, officerView } from '../officer/officer-view.tsx'
import { Pages, pageNumber } from '../officer/pages.tsx'
import { ProviderList } from './provider-list.tsx'
import { SuppressionCounts } from './suppression-counts.tsx'
import { SuppressionTable } from './suppression-table.tsx'

const PATH = '/admin/audience/suppressions'
const PER_PAGE = 50

/** Who gets no mail and why, without who they are: nothing but hashes is kept. */
export const SuppressionsView = (view: AdminViewServerProps) =>
  officerView(view, { path: PATH, title: 'nav.suppressions' }, show)

async function show(view: OfficerView) {
  const { payload, context, t, asked, texts } = view
  const newsletters = await newsletterNames(payload, context.language)
  const counts = await countSuppressions(databaseOf(payload))
  const { entries, page, hasMore, isOfOne } = await entriesAsked(view, counts)
  const staff = await staffNames(
    payload,
    entries.map(({ actor }) => actor),
  )
  const scopes = [[EVERYTHING, t('suppressions.scope.global')], ...newsletters] as [string, string][]
  const any = ['', t('officer.any')] as const
  const addresses = counts.reduce((sum, count) => sum + count.addresses, 0)
  return (
    <>
      <ViewHead
        level={1}
        title={t('suppressions.head', { count: addresses, number: context.number(addresses) })}
        lead={t('suppressions.lead')}
      />
      <SuppressionCounts counts={counts} scopes={new Map(scopes)} view={view} />
      <section className="em-section" aria-label={t('suppressions.list')}>
        <search>
          <form className="em-filters" action={PATH}>
            <OfficerChoice
              name="reason"
              label={t('suppressions.column.reason')}
              value={asked('reason')}
              options={[
                any,
                ...suppressionReasons.map((reason) => [reason, t(`suppressions.reason.${reason}`)] as const),
              ]}
            />
            <OfficerChoice
              name="scope"
              label={t('suppressions.column.scope')}
              value={asked('scope')}
              options={[any, ...scopes]}
            />
            <button type="submit" className="em-button">
              {t('officer.show')}
            </button>
          </form>
        </search>
        {isOfOne && (
          <p className="em-empty">
            {t('suppressions.ofOne')} <Link href={PATH}>{t('officer.all')}</Link>
          </p>
        )}
        {entries.length === 0 ? (
          <p className="em-empty">{t('suppressions.none')}</p>
        ) : (
          <SuppressionTable entries={entries} scopes={new Map(scopes)} staff={staff} view={view} />
        )}
        <Pages
          path={PATH}
          query={{ reason: asked('reason'), scope: asked('scope') }}
          page={page}
          hasMore={hasMore}
          texts={{ newer: t('officer.newer'), older: t('officer.older') }}
        />
      </section>
      <div className="em-two em-section">
        <section aria-labelledby="suppressions-find">
          <h2 className="em-sub em-rule" id="suppressions-find">
            {t('suppressions.find')}
          </h2>
          <OfficerForm
            path="/api/audience/suppressions/find"
            label={t('suppressions.find')}
            submit={t('suppressions.find.do')}
            texts={texts}
            goTo={`${PATH}?address=`}
          >
            <OfficerField name="email" type="email" label={t('officer.email')} />
          </OfficerForm>
        </section>
        <section aria-labelledby="suppressions-add">
          <h2 className="em-sub em-rule" id="suppressions-add">
            {t('suppressions.add')}
          </h2>
          <OfficerForm
            path="/api/audience/suppressions"
            label={t('suppressions.add')}
            submit={t('suppressions.add.do')}
            texts={texts}
          >
            <OfficerField name="email" type="email" label={t('officer.email')} />
            <OfficerChoice
              name="scope"
              label={t('suppressions.column.scope')}
              value={EVERYTHING}
              options={scopes}
            />
            <OfficerField name="note" label={t('officer.note')} />
          </OfficerForm>
        </section>
      </div>
      <ProviderList view={view} />
    </>
  )
}

interface Asked {
  readonly entries: readonly Suppression[]
  readonly page: number
  readonly hasMore: boolean
  readonly isOfOne: boolean
}

/** Those of one address that was looked up, by its hash; or a page under the filter. What makes no sense does not matter. */
async function entriesAsked(
  { payload, asked }: OfficerView,
  counts: readonly SuppressionCount[],
): Promise<Asked> {
  const database = databaseOf(payload)
  const address = asked('address')
  if (address !== '') {
    const entries = await suppressionsOf(address, database)
    return { entries, page: 1, hasMore: false, isOfOne: true }
  }
  const page = pageNumber(asked('page'))
  const reason = suppressionReasons.find((each) => each === asked('reason')) ?? null
  const scope = asked('scope') === '' ? null : asked('scope')
  const chosen = counts.filter(
    (count) => (reason ?? count.reason) === count.reason && (scope ?? count.scope) === count.scope,
  )
  const total = chosen.reduce((sum, { addresses }) => sum + addresses, 0)
  const entries = await pageOfSuppressions({ reason, scope }, { page, perPage: PER_PAGE }, database)
  return { entries, page, hasMore: page * PER_PAGE < total, isOfOne: false }
}
