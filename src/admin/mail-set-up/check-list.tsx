import type { TFunction } from 'i18next'

import type { DnsRecord, SetUpCheck } from '../../dissemination/mail-set-up/set-up-check.ts'
import { Mark, type MarkName, type Tone } from '../marks.tsx'

const marks: Readonly<Record<SetUpCheck['mark'], { readonly name: MarkName; readonly tone: Tone }>> = {
  fine: { name: 'current', tone: 'ok' },
  'to-do': { name: 'outdated', tone: 'warn' },
  open: { name: 'missing', tone: 'plain' },
}

interface CheckListProps {
  readonly checks: readonly SetUpCheck[]
  readonly t: TFunction
}

/** One entry for each thing that was looked at: how it stands, what was found, and what is to be put where. */
export const CheckList = ({ checks, t }: CheckListProps) => (
  <ul className="em-set-up">
    {checks.map(({ name, of, mark, finding, values, found, records }) => (
      <li key={`${name} ${of} ${values.domain ?? ''}`}>
        <h2 className="em-set-up-name">
          <Mark {...marks[mark]} />
          {t(`views.mailSetUp.check.${name}`)}
          {of !== '' && <bdi dir="ltr">{of}</bdi>}
          <small>{t(`views.mailSetUp.mark.${mark}`)}</small>
        </h2>
        <p>{t(`views.mailSetUp.finding.${finding}`, values)}</p>
        {found.map((text) => (
          <p key={text} className="em-set-up-found">
            {t('views.mailSetUp.found')} <code dir="ltr">{text}</code>
          </p>
        ))}
        {records.map((record) => (
          <RecordToAdd key={`${record.name} ${record.value}`} record={record} t={t} />
        ))}
      </li>
    ))}
  </ul>
)

/** To be copied word for word, so it is never cut and runs from left to right. */
const RecordToAdd = ({
  record: { type, name, value },
  t,
}: {
  readonly record: DnsRecord
  readonly t: TFunction
}) => (
  <dl className="em-set-up-record">
    <dt>{t('views.mailSetUp.record', { type })}</dt>
    <dd>
      <code dir="ltr">{name}</code>
    </dd>
    <dt>{t('views.mailSetUp.value')}</dt>
    <dd>
      <code dir="ltr">{value}</code>
    </dd>
  </dl>
)
