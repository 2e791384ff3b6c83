import type { TextReader } from '../client-texts.ts'
import type { Progress } from './bulk-run.ts'

/** A long piece of work as it stands. */
export interface Work extends Progress {
  readonly total: number
  readonly state: 'running' | 'stopped' | 'ended'
}

interface BulkOutcomeProps {
  readonly work: Work
  readonly t: TextReader
  readonly onStop: () => void
  readonly onClose: () => void
}

/** How far the work is, and in the end what was not done and why. */
export function BulkOutcome({ work, t, onStop, onClose }: BulkOutcomeProps) {
  const { total, done, failures, state } = work
  const at = t('matrix.bulk.progress', { done, number: total })
  const good = done - failures.length
  return (
    <div className="em-bulk-panel">
      <div className="em-bulk-line">
        {state === 'running' && <progress value={done} max={total} aria-label={at} />}
        <p role="status">
          {state === 'running' && at}
          {state === 'stopped' && t('matrix.bulk.stopped', { done: good, number: total })}
          {state === 'ended' && t('matrix.bulk.done', { done: good, number: total })}
        </p>
        {state === 'running' ? (
          <button type="button" className="em-button" onClick={onStop}>
            {t('matrix.bulk.stop')}
          </button>
        ) : (
          <button type="button" className="em-button" onClick={onClose}>
            {t('matrix.bulk.close')}
          </button>
        )}
      </div>
      {failures.length > 0 && (
        <div role="alert">
          <p className="em-bad">
            {t('matrix.bulk.failed', { count: failures.length, number: failures.length })}
          </p>
          <ul>
            {failures.map(({ title, href, reason }) => (
              <li key={href}>
                <a href={href}>
                  <bdi>{title}</bdi>
                </a>
                : {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
