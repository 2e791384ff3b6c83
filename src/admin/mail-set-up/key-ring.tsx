import type { TFunction } from 'i18next'

import { type DkimKey, keepRecordUntil } from '../../newsletter/dkim/dkim-keys.ts'
import { OfficerAction } from '../audience/officer/officer-action.tsx'
import type { ViewContext } from '../view-context.ts'

const KEYS = '/api/mail-set-up/keys'

interface KeyRingProps {
  readonly domain: string
  /** Whether there is another, so that the heading says which. */
  readonly isOneOfSeveral: boolean
  /** Newest first. */
  readonly keys: readonly DkimKey[]
  readonly now: Date
  readonly context: ViewContext
}

/** The keys that mails are signed with: the next, the present, and those whose records are still needed. */
export function KeyRing({ domain, isOneOfSeveral, keys, now, context }: KeyRingProps) {
  const { t } = context
  const shown = keys.filter((key) => key.retiredAt === null || keepRecordUntil(key.retiredAt) > now)
  const texts = { failed: t('views.mailSetUp.failed'), keep: t('views.mailSetUp.keep') }
  return (
    <section className="em-section" aria-labelledby={`mail-keys-${domain}`}>
      <h2 className="em-sub em-rule" id={`mail-keys-${domain}`}>
        {t('views.mailSetUp.keys')}
        {isOneOfSeveral && <bdi dir="ltr"> {domain}</bdi>}
      </h2>
      <p>{t('views.mailSetUp.keys.lead')}</p>
      <ul className="em-set-up">
        {shown.map((key) => (
          <li key={key.id}>
            <h3 className="em-set-up-name">
              <code dir="ltr">{key.selector}</code>
              <small>{standing(key, t, context)}</small>
            </h3>
            {key.state === 'waiting' && (
              <OfficerAction
                path={`${KEYS}/activate`}
                data={{ id: key.id }}
                label={t('views.mailSetUp.keys.activate')}
                about={key.selector}
                texts={texts}
                isFirst
              />
            )}
            {key.state !== 'retired' && (
              <OfficerAction
                path={`${KEYS}/retire`}
                data={{ id: key.id }}
                label={t('views.mailSetUp.keys.retire')}
                about={key.selector}
                question={{ sure: t('views.mailSetUp.keys.retire.ask') }}
                texts={texts}
              />
            )}
          </li>
        ))}
      </ul>
      {keys.every(({ state }) => state !== 'waiting') && (
        <OfficerAction path={KEYS} data={{ domain }} label={t('views.mailSetUp.keys.make')} texts={texts} />
      )}
    </section>
  )
}

function standing({ state, activeSince, retiredAt }: DkimKey, t: TFunction, { day }: ViewContext): string {
  if (state === 'active' && activeSince !== null)
    return t('views.mailSetUp.keys.state.active', { day: day(activeSince) })
  if (state === 'retired' && retiredAt !== null)
    return t('views.mailSetUp.keys.state.retired', { day: day(keepRecordUntil(retiredAt)) })
  return t('views.mailSetUp.keys.state.waiting')
}
