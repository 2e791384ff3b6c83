import type { Turn } from '../../../audience/numbers/growth.ts'
import { shown } from '../../../audience/numbers/small-cells.ts'
import { daysBefore } from '../../../audience/numbers/weeks-of.ts'
import type { NumbersContext } from './numbers-context.ts'

const DAYS = 30

interface ChangeProps {
  readonly turns: Promise<readonly Turn[]>
  readonly context: NumbersContext
}

/** By how many people the network grew or shrank lately. */
export async function Change({ turns, context: { t, today, seesAll, people, language } }: ChangeProps) {
  const from = daysBefore(today, DAYS)
  const recent = (await turns).filter(({ day }) => day > from)
  const sum = (of: 'came' | 'left'): number =>
    recent.reduce((total, turn) => total + (turn[of] === null ? 0 : turn.people), 0)
  const came = shown(sum('came'), seesAll)
  const left = shown(sum('left'), seesAll)
  const signed = new Intl.NumberFormat(`${language}-u-nu-latn`, { signDisplay: 'exceptZero' })
  return (
    <div>
      <dt>{t('numbers.change')}</dt>
      {/* The difference would tell the part that is kept back. */}
      <dd>{came === null || left === null ? '–' : <bdi>{signed.format(came - left)}</bdi>}</dd>
      <dd className="em-audience-more">
        {t('numbers.change.parts', { came: people(came), left: people(left) })}
      </dd>
    </div>
  )
}
