import { audienceText } from '../../i18n/admin-text.ts'
import { MAX_CONDITIONS, MAX_DAYS, MAX_DEPTH, MAX_VALUES } from './bounds.ts'
import { type ConditionFault, numberOf } from './segment-condition.ts'

const bounds = {
  conditions: MAX_CONDITIONS,
  days: MAX_DAYS,
  depth: MAX_DEPTH,
  values: MAX_VALUES,
}

/** What is wrong with a condition, where, and what helps, in the interface language of the person who asks. */
export function faultText(req: Parameters<typeof audienceText>[0], fault: ConditionFault): string {
  const number = numberOf(fault)
  const problem = audienceText(req, `segment.fault.${fault.problem}`, bounds)
  return number === '' ? problem : audienceText(req, 'segment.fault', { number, problem })
}
