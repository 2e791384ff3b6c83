import { type ProviderSync, providerState } from '../../../audience/suppression/provider-state.ts'
import { databaseOf } from '../../../database/database.ts'
import { RESEND } from '../../../dissemination/sync-suppressions.ts'
import { env } from '../../../env.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import { OfficerAction } from '../officer/officer-action.tsx'
import type { OfficerView } from '../officer/officer-view.tsx'

/** How our list and the sending service's stand to each other. */
export async function ProviderList({ view }: { readonly view: OfficerView }) {
  const { payload, t, texts, context } = view
  const state = await providerState(RESEND, databaseOf(payload))
  const isUsed = env.RESEND_API_KEY !== undefined
  const number = ({ shared, onlyOurs, gone, toRemove }: typeof state) => ({
    shared: context.number(shared),
    onlyOurs: context.number(onlyOurs),
    gone: context.number(gone),
    toRemove: context.number(toRemove),
  })
  return (
    <section className="em-section" aria-labelledby="suppressions-provider">
      <h2 className="em-sub em-rule" id="suppressions-provider">
        {t('suppressions.provider')}
      </h2>
      <p>{isUsed ? t('suppressions.provider.state', number(state)) : t('suppressions.provider.none')}</p>
      {isUsed && (
        <OfficerAction
          path="/api/audience/suppressions/sync"
          label={t('suppressions.provider.sync')}
          texts={texts}
        />
      )}
      {state.syncs.length > 0 && <Syncs syncs={state.syncs} view={view} />}
    </section>
  )
}

const Syncs = ({
  syncs,
  view: { t, context },
}: {
  readonly syncs: readonly ProviderSync[]
  readonly view: OfficerView
}) => (
  <ScrollArea label={t('suppressions.sync')}>
    <table className="em-officer-table">
      <thead>
        <tr>
          <th scope="col">{t('suppressions.sync')}</th>
          <th scope="col" className="em-end">
            {t('suppressions.sync.taken')}
          </th>
          <th scope="col" className="em-end">
            {t('suppressions.sync.given')}
          </th>
          <th scope="col" className="em-end">
            {t('suppressions.hashOnly')}
          </th>
          <th scope="col">{t('suppressions.sync.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {syncs.map(({ startedAt, finishedAt, taken, given, untellable, problem }) => (
          <tr key={startedAt.getTime()}>
            <th scope="row">
              <time dateTime={startedAt.toISOString()}>{context.shortMoment(startedAt)}</time>
            </th>
            <td className="em-end">{context.number(taken)}</td>
            <td className="em-end">{context.number(given)}</td>
            <td className="em-end">{context.number(untellable)}</td>
            <td>{t(outcomeOf(finishedAt, problem))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
)

function outcomeOf(finishedAt: Date | null, problem: string | null): string {
  if (problem !== null) return `suppressions.sync.problem.${problem}`
  return finishedAt === null ? 'suppressions.sync.running' : 'suppressions.sync.fine'
}
