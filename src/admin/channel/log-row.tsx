import { type Texts, textReader } from '../client-texts.ts'
import { Mark, type MarkName } from '../marks.tsx'

/** One attempt, as the log answers it. */
export interface ShownAttempt {
  readonly attemptId: number
  readonly deliveryId: string
  readonly item: { readonly collection: string; readonly id: string }
  readonly locale: string
  readonly title: string
  readonly action: string
  readonly outcome: string
  readonly reason: string | null
  readonly error: string | null
  readonly status: number | null
  readonly tookMs: number | null
  /** ISO 8601. */
  readonly at: string
}

interface LogRowProps {
  readonly attempt: ShownAttempt
  readonly texts: Texts
  readonly language: string
  /** Null: it cannot be told again. */
  readonly onReplay: (() => void) | null
}

const tones = { submitted: 'ok', failed: 'bad', unconfirmed: 'warn' } as const
const isMark = (outcome: string): outcome is MarkName & keyof typeof tones => outcome in tones

/** When, what, what came of it; the other side's own words behind a click. */
export function LogRow({ attempt, texts, language, onReplay }: LogRowProps) {
  const t = textReader(texts, language)
  const { item, locale, title, action, outcome, reason, error, status, tookMs, at } = attempt
  const mark = isMark(outcome) ? outcome : 'planned'
  const moment = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    dateStyle: 'medium',
    // With the name of the zone: these are the clocks of whoever looks.
    timeStyle: 'long',
  }).format(new Date(at))
  const why = reason === null ? null : (texts[`views.reason.channel.${reason}`] ?? reason)
  const figures = [
    ...(status === null ? [] : [`HTTP ${status}`]),
    ...(tookMs === null ? [] : [t('views.channel.log.took', { ms: String(tookMs) })]),
  ]
  return (
    <li>
      <Mark name={mark} tone={isMark(outcome) ? tones[outcome] : 'quiet'} size={15} />
      <div>
        <p>
          <a href={`/admin/collections/${item.collection}/${item.id}`} dir="auto" lang={locale}>
            {title}
          </a>{' '}
          <bdi>({locale})</bdi>
        </p>
        <p>
          <b>{t(`views.channel.log.action.${action}`)}</b>
          {why !== null && <> · {why}</>}
        </p>
        <p>
          <small>
            <time dateTime={at}>{moment}</time>
            {figures.map((figure) => ` · ${figure}`)}
          </small>
        </p>
        {error !== null && (
          <details>
            <summary>{t('views.channel.log.answer')}</summary>
            <code dir="auto">{error}</code>
          </details>
        )}
      </div>
      {onReplay !== null && outcome === 'submitted' && (
        <button type="button" className="em-button" onClick={onReplay}>
          {t('views.channel.log.again')}
        </button>
      )}
    </li>
  )
}
