'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { type JsonAnswer, postJson } from '../../ask-json.ts'
import { isSignedOut } from '../../ask-server.ts'
import type { TextReader } from '../../client-texts.ts'
import { HoldForm } from './hold-form.tsx'
import { Segments } from './segments.tsx'
import type { Decision, Gate } from './tile.ts'

const rules = ['hold', 'fallback', 'skip'] as const

interface GateControlsProps {
  readonly issueId: string
  readonly locale: Locale
  readonly name: string
  readonly gate: Gate
  readonly t: TextReader
}

/** What happens with a language as long as it is not ready: hold, fall back or skip, until when, and what then. */
export function GateControls({ issueId, locale, name, gate, t }: GateControlsProps) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    const answer = await postJson(`/api/issues/${issueId}/languages`, { locale, ...decision })
    setBusy(false)
    setProblem(problemOf(answer, t))
    if (answer?.status === 200) router.refresh()
  }

  return (
    <div className="em-gate">
      <Segments
        label={t('views.matrix.rule', { language: name })}
        value={gate.rule}
        options={rules.map((rule) => [rule, t(`views.matrix.rule.${rule}`)])}
        onChoose={(rule) =>
          void decide(
            rule === 'hold'
              ? { rule, deadline: gate.deadline, afterwards: gate.afterwards }
              : { rule, deadline: null, afterwards: null },
          )
        }
        isBusy={isBusy}
      />
      {gate.rule === 'hold' ? (
        <HoldForm gate={gate} t={t} isBusy={isBusy} onHold={(decision) => void decide(decision)} />
      ) : (
        <p className="em-gate-saying">{gate.saying}</p>
      )}
      <p role="status" className="em-bad">
        {problem}
      </p>
    </div>
  )
}

function problemOf(answer: JsonAnswer | null, t: TextReader): string | null {
  if (answer?.status === 200 || isSignedOut(answer)) return null
  if (answer?.status === 409) return t('views.matrix.tooLate')
  return answer?.body.field === 'deadline' ? t('views.matrix.badDeadline') : t('views.unreachable')
}
