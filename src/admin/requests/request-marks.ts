import type { RequestState } from '../../translation/requests/request-state.ts'
import type { MarkName, Tone } from '../marks.tsx'

/** How each state of a request is shown. */
export const requestMarks: Readonly<Record<RequestState, { readonly mark: MarkName; readonly tone: Tone }>> =
  {
    requested: { mark: 'planned', tone: 'info' },
    accepted: { mark: 'planned', tone: 'info' },
    'in-progress': { mark: 'submitting', tone: 'info' },
    delivered: { mark: 'letter', tone: 'warn' },
    'in-review': { mark: 'letter', tone: 'warn' },
    synchronised: { mark: 'submitted', tone: 'ok' },
    rejected: { mark: 'failed', tone: 'bad' },
    failed: { mark: 'failed', tone: 'bad' },
    unconfirmed: { mark: 'unconfirmed', tone: 'warn' },
    cancelled: { mark: 'skipped', tone: 'quiet' },
    superseded: { mark: 'skipped', tone: 'quiet' },
  }
