import type { Payload } from 'payload'

import { databaseOf } from '../../../database/database.ts'
import { lower } from '../../../dissemination/pace/outlook.ts'
import { env } from '../../../env.ts'
import { directionOf } from '../../../i18n/locales.ts'
import { mailLimit } from '../../../ledger/issue-progress/send-limits.ts'
import { mailsPerSecond } from '../../../ledger/issue-progress/sending-pace.ts'
import { toneOf } from '../../delivery-marks.ts'
import { Mark } from '../../marks.tsx'
import type { ViewContext } from '../../view-context.ts'
import { peopleIn } from '../counts.ts'
import type { Progress } from './load-progress.ts'
import { sentStates } from './proof.tsx'
import { Sparkline } from './sparkline.tsx'

interface StripProps {
  readonly progress: Progress
  readonly isMoving: boolean
  readonly payload: Payload
  readonly context: ViewContext
}

/** How many are in each state, and how fast they leave. */
export function Strip({ progress, isMoving, payload, context }: StripProps) {
  const { t, number } = context
  return (
    <dl className="em-strip em-cockpit-strip">
      {sentStates.map((state) => (
        <div key={state}>
          <dt>
            <Mark name={state} tone={toneOf[state]} size={14} />
            {t(`views.state.${state}`)}
          </dt>
          <dd>{number(peopleIn(progress.counts, state))}</dd>
        </div>
      ))}
      {isMoving && <Rate pace={progress.pace} payload={payload} context={context} />}
    </dl>
  )
}

/** A limit that the pace comes so near to is what holds it back. */
const BINDING = 0.7

interface RateProps extends Pick<StripProps, 'payload' | 'context'> {
  readonly pace: Progress['pace']
}

async function Rate({ pace, payload, context: { t, number, language } }: RateProps) {
  const perSecond = mailsPerSecond(pace.steps)
  const most = lower(await mailLimit(databaseOf(payload)), limitOfServer)
  const limit = most !== null && perSecond >= BINDING * most ? most : null
  return (
    <div>
      <dt>
        {limit === null
          ? t('views.cockpit.rate')
          : t('views.cockpit.rate.limited', { limit: number(rounded(limit)) })}
      </dt>
      <dd className="em-rate">
        {number(rounded(perSecond))}
        <Sparkline
          steps={pace.steps}
          limit={limit}
          isRtl={directionOf(language) === 'rtl'}
          label={t('views.cockpit.rate.picture')}
        />
      </dd>
    </div>
  )
}

/** Where a mail service may stand in for it nobody can say what will hold mails back. */
const limitOfServer = env.RESEND_API_KEY === undefined ? (env.SMTP_MAILS_PER_SECOND ?? null) : null

/** As many digits as matter: 1.9 and 187. */
const rounded = (perSecond: number): number =>
  perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond)
