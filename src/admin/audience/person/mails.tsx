import type { TFunction } from 'i18next'

import type { MailTo } from '../../../audience/mails-to.ts'
import { type DeliveryState, deliveryStates } from '../../../ledger/delivery-state.ts'
import { toneOf } from '../../delivery-marks.ts'
import { LanguageName } from '../../language-name.tsx'
import { Mark } from '../../marks.tsx'
import { reasonText } from '../../reasons.ts'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'
import type { PersonNames } from './person-names.ts'

/** Enough to answer for the last year of a weekly letter. */
const SHOWN = 60

interface MailsProps {
  readonly mails: readonly MailTo[]
  readonly names: PersonNames
  readonly t: TFunction
  readonly context: ViewContext
}

/** What went to a person and what did not, in which language and why. */
export function Mails({ mails, names, t, context }: MailsProps) {
  return (
    <section className="em-section" aria-labelledby="em-mails">
      <h2 id="em-mails" className="em-rule em-audience-title">
        {t('person.mails')}
      </h2>
      {mails.length === 0 ? (
        <p className="em-empty">{t('person.mails.none')}</p>
      ) : (
        <ScrollArea label={t('person.mails')}>
          <table className="em-bars em-person-mails">
            <thead>
              <tr>
                <th scope="col">{t('person.mail')}</th>
                <th scope="col">{t('person.when')}</th>
                <th scope="col">{t('numbers.language')}</th>
                <th scope="col">{t('person.state')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.slice(0, SHOWN).map((mail) => (
                <MailRow
                  key={`${mail.kind} ${mail.updatedAt} ${mail.subject}`}
                  mail={mail}
                  names={names}
                  t={t}
                  context={context}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {mails.length > SHOWN && (
        <p className="em-quiet">
          {t('person.mails.last', { number: context.number(SHOWN), all: context.number(mails.length) })}
        </p>
      )}
    </section>
  )
}

function MailRow({ mail, names, t, context }: Omit<MailsProps, 'mails'> & { readonly mail: MailTo }) {
  const { kind, newsletterId, subject, locale, localeReason, state, reason, submittedAt, updatedAt } = mail
  const title =
    kind === 'issue'
      ? ((newsletterId === null ? null : names.newsletter(newsletterId)) ?? t('numbers.gone'))
      : t(`person.mail.${kind}`)
  const known = deliveryStates.find((each): each is DeliveryState => each === state) ?? 'planned'
  return (
    <tr>
      <th scope="row">
        {title}
        {subject !== null && <small dir="auto">{subject}</small>}
      </th>
      <td>{context.moment(new Date(submittedAt ?? updatedAt))}</td>
      <td>
        {locale === null ? '–' : <LanguageName locale={locale} />}
        {localeReason !== null && <small>{t(`person.because.${localeReason}`)}</small>}
      </td>
      <td>
        <span className="em-standing">
          <Mark name={known} tone={toneOf[known]} />
          <span>
            <b>{context.t(`views.state.${known}`)}</b>
            {reason !== null && <small>{reasonText(context.t, 'mail', reason)}</small>}
            {mail.bouncedAt !== null && (
              <small className="em-bad">
                {t('numbers.rates.bounced')}: {context.moment(new Date(mail.bouncedAt))}
              </small>
            )}
            {mail.complainedAt !== null && (
              <small className="em-bad">
                {t('numbers.rates.complained')}: {context.moment(new Date(mail.complainedAt))}
              </small>
            )}
          </span>
        </span>
      </td>
    </tr>
  )
}
