import type { IssueSource } from '../../../dissemination/issue-source.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { LanguageName } from '../../language-name.tsx'
import type { ViewContext } from '../../view-context.ts'
import { inOrder } from '../in-order.ts'
import { LanguageBars } from '../language-bars.tsx'
import { type LanguageState, languageState } from './language-state.ts'
import type { Progress } from './load-progress.ts'
import { nearMoment } from './near-moment.ts'

interface ProgressByLanguageProps {
  readonly issue: Pick<IssueSource, 'id' | 'state' | 'newsletter'>
  readonly progress: Progress
  readonly context: ViewContext
}

const tones = {
  submitted: 'reach',
  submitting: 'moving',
  unconfirmed: 'warn',
  failed: 'bad',
  planned: 'rest',
} as const

/**
 * How far each language is, on one common scale, and what it waits for. Of a language without an edition only what was
 * decided can be said: its readers got another language of theirs, or nothing.
 */
export function ProgressByLanguage({ issue, progress, context }: ProgressByLanguageProps) {
  const { t } = context
  const counts = progress.counts.filter(({ state }) => state !== 'skipped')
  const shown = new Set(counts.map(({ locale }) => locale))
  const without = progress.held.filter(
    // Who waits, or has got it, stands in the table. A language that was held to its end stands here like any other.
    ({ locale, rule, outcome }) => !shown.has(locale) && !['released', 'hold'].includes(outcome ?? rule),
  )
  return (
    <>
      <LanguageBars
        order={issue.newsletter.locales}
        counts={counts.map((count) => ({ ...count, localeReason: null }))}
        segments={Object.entries(tones).map(([state, tone]) => ({
          key: state,
          tone,
          label: t(`views.state.${state}`),
          holds: (count) => count.state === state,
        }))}
        last={{
          heading: t('views.cockpit.language.state'),
          of: (locale) => (
            <Situation
              issueId={issue.id}
              state={languageState(locale, { ...progress, isSending: issue.state === 'sending' })}
              now={progress.pace.now}
              context={context}
            />
          ),
        }}
        context={context}
      />
      {without.length > 0 && (
        <ul className="em-cockpit-without">
          {[...without].sort(inOrder(issue.newsletter.locales)).map(({ locale, rule, outcome }) => (
            <WithoutEdition
              key={locale}
              locale={locale}
              isSkipped={isSkip(outcome ?? rule)}
              context={context}
            />
          ))}
        </ul>
      )}
    </>
  )
}

const isSkip = (what: string): boolean => what === 'skip' || what === 'skipped'

interface WithoutEditionProps {
  readonly locale: Locale
  readonly isSkipped: boolean
  readonly context: ViewContext
}

function WithoutEdition({ locale, isSkipped, context: { t } }: WithoutEditionProps) {
  return (
    <li>
      <b>
        <LanguageName locale={locale} />
      </b>{' '}
      {t(`views.ready.state.${isSkipped ? 'left-out' : 'falls-back'}`)}
    </li>
  )
}

interface SituationProps {
  readonly issueId: string
  readonly state: LanguageState
  readonly now: Date
  readonly context: ViewContext
}

function Situation({ issueId, state, now, context }: SituationProps) {
  const { t } = context
  const near = (at: Date): string => nearMoment(at, context, now)
  switch (state.kind) {
    case 'done':
      return (
        <span className="em-ok">
          {state.at === null
            ? t('views.cockpit.language.done')
            : t('views.cockpit.language.done.at', { when: near(state.at) })}
        </span>
      )
    case 'held':
      return (
        <>
          {heldText(state, near, t)}{' '}
          <a href={`/admin/collections/issues/${issueId}/preview`}>{t('views.ready.decide')}</a>
        </>
      )
    case 'later':
      return t('views.cockpit.language.later', { when: near(state.until) })
    default:
      return t(`views.cockpit.language.${state.kind}`)
  }
}

/** Who holds it says what follows, if there is an end to it. */
const heldText = (
  { until, afterwards }: Extract<LanguageState, { kind: 'held' }>,
  near: (at: Date) => string,
  t: ViewContext['t'],
): string =>
  until === null || afterwards === null
    ? t('views.matrix.state.on-hold')
    : t(`views.ready.hold.${afterwards}`, { when: near(until) })
