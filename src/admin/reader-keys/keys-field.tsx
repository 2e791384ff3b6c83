import type { UIFieldServerProps } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { shownMessages } from '../../i18n/translator.ts'
import { GRACE_DAYS, keysOf } from '../../reading/keys/keys.ts'
import { usageOf } from '../../reading/keys/usage.ts'
import { OfficerAction } from '../audience/officer/officer-action.tsx'
import { networkContext } from '../view-context.ts'
import { MakeKey } from './make-key.tsx'
import { UsageChart } from './usage-chart.tsx'

const DAYS = 30

/** Not a field: the keys of a partner site, and what it reads with them. */
export async function KeysField({ id, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const consumerId = String(id)
  const database = databaseOf(req.payload)
  const context = await networkContext(req)
  const { t, language, day } = context
  const keys = await keysOf(consumerId, database)
  const usage = await usageOf(consumerId, DAYS, database)
  const texts = Object.fromEntries(
    Object.entries(shownMessages(language, 'admin')).filter(([key]) => key.startsWith('views.readerKeys.')),
  )
  const endTexts = { failed: t('views.readerKeys.failed'), keep: t('views.readerKeys.keep') }
  return (
    <div className="field-type em-reader-keys">
      <section aria-labelledby="em-reader-keys">
        <h3 id="em-reader-keys">{t('views.readerKeys.title')}</h3>
        {keys.length === 0 ? (
          <p>{t('views.readerKeys.none')}</p>
        ) : (
          <table className="em-reader-table">
            <thead>
              <tr>
                {['key', 'made', 'used', 'ends'].map((name) => (
                  <th key={name} scope="col">
                    {t(`views.readerKeys.${name}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {keys.map(({ id: keyId, prefix, createdAt, endsAt, isValid, lastUsedOn }) => (
                <tr key={keyId}>
                  <th scope="row">
                    <code dir="ltr">{prefix}…</code>
                  </th>
                  <td>{day(createdAt)}</td>
                  <td>{lastUsedOn === null ? t('views.readerKeys.never') : day(new Date(lastUsedOn))}</td>
                  <td>{isValid ? (endsAt === null ? '–' : day(endsAt)) : t('views.readerKeys.over')}</td>
                  <td>
                    {isValid && (
                      <OfficerAction
                        path={`/api/api-consumers/${consumerId}/end-key`}
                        data={{ keyId }}
                        label={t('views.readerKeys.end')}
                        about={prefix}
                        question={{ sure: t('views.readerKeys.end.sure') }}
                        texts={endTexts}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {keys.some(({ isValid }) => isValid) && <p>{t('views.readerKeys.grace', { days: GRACE_DAYS })}</p>}
        <MakeKey consumerId={consumerId} texts={texts} language={language} />
      </section>
      <UsageChart usage={usage} days={DAYS} now={new Date()} context={context} />
    </div>
  )
}
