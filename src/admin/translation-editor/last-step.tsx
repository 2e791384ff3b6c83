import { type Ref, useState } from 'react'

import type { Desk } from './desk.ts'
import type { EditorApi, StepOutcome } from './editor-api.ts'
import { useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import { firstInTheWay, isOpen } from './segment-order.ts'

interface LastStepProps {
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  readonly desk: Desk
  readonly api: EditorApi
  readonly button: Ref<HTMLButtonElement>
  readonly onOpen: (key: string) => void
}

/** Handing in, or approving and publishing; where it cannot be done yet, why, and the way there. */
export function LastStep({ entries, names, desk, api, button, onOpen }: LastStepProps) {
  const { t, tag, mayApprove } = useSetting()
  const [outcome, setOutcome] = useState<StepOutcome['outcome'] | 'busy' | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const segments = entries.map(({ segment }) => segment)
  const first = firstInTheWay(segments)
  const open = segments.filter(({ state }) => isOpen(state, false)).length
  const waiting = segments.filter(({ state }) => state === 'needs-review').length
  const isHandedIn = first === null && !mayApprove && segments.every(({ target: said }) => said?.isInDraft)
  const take = async (): Promise<void> => {
    setOutcome('busy')
    if (!(await desk.saveAll())) return setOutcome('failed')
    const came = await (mayApprove ? api.approveAndPublish() : api.handIn())
    setOutcome(came.outcome)
    setRefused(came.outcome === 'invalid' ? came.fields : [])
    if (came.outcome === 'done') await desk.refresh()
  }
  const number = (value: number): string => new Intl.NumberFormat(tag).format(value)
  const label = mayApprove
    ? waiting > 0
      ? t('editor.publish.approve', { count: waiting, number: number(waiting) })
      : t('editor.publish')
    : t('editor.submit')
  return (
    <>
      <button
        ref={button}
        type="button"
        className="em-button em-button-first"
        disabled={first !== null || isHandedIn || outcome === 'busy'}
        aria-describedby="last-step"
        onClick={() => void take()}
      >
        {label}
      </button>
      <p id="last-step" className="em-te-hint" role="status">
        {first !== null && (outcome === null || outcome === 'done') ? (
          <>
            {t('editor.open', { count: open, number: number(open) })}{' '}
            <button type="button" className="em-te-quiet" onClick={() => onOpen(first)}>
              {t('editor.open.first', { name: names.get(first) ?? '' })}
            </button>
          </>
        ) : (
          <Outcome outcome={outcome ?? (isHandedIn ? 'handed-in' : null)} fields={refused} />
        )}
      </p>
    </>
  )
}

interface OutcomeProps {
  readonly outcome: StepOutcome['outcome'] | 'busy' | 'handed-in' | null
  readonly fields: readonly string[]
}

/** What came of the step, and what happens next. */
function Outcome({ outcome, fields }: OutcomeProps) {
  const { t, tag, mayApprove, target, itemHref } = useSetting()
  switch (outcome) {
    case null:
      return null
    case 'busy':
      return t('editor.step.busy')
    case 'handed-in':
      return t('editor.submit.nothing')
    case 'done':
      return (
        <span className="em-ok">
          {t(mayApprove ? 'editor.publish.done' : 'editor.submit.done', { language: target.name })}
        </span>
      )
    default: {
      const list = new Intl.ListFormat(tag, { type: 'conjunction' }).format(fields)
      return (
        <span className="em-bad">
          {t(`editor.step.${outcome}`, { fields: list })}{' '}
          {outcome === 'invalid' && <a href={itemHref}>{t('editor.step.item')}</a>}
        </span>
      )
    }
  }
}
