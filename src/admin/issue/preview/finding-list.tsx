import type { Finding } from '../../../newsletter/lint/lint-edition.ts'
import type { TextReader } from '../../client-texts.ts'
import { Mark } from '../../marks.tsx'

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** How many things were looked for. */
  readonly checks: number
  readonly t: TextReader
  /** Of the interface, for names of languages. */
  readonly language: string
}

/** What somebody should look at in an edition, or that there is nothing. What stops it from being sent comes first. */
export function FindingList({ findings, checks, t, language }: FindingListProps) {
  const stopsFirst = findings.toSorted(
    (one, other) => Number(other.level === 'stop') - Number(one.level === 'stop'),
  )
  return (
    <ul className="em-lint">
      {stopsFirst.map(({ check, level, part }) => (
        <li key={`${check} ${part}`}>
          <Mark name="outdated" tone={level === 'stop' ? 'bad' : 'warn'} size={13} />
          <span>{t(`views.finding.${check}`, { part: shownPart(check, part, language) })}</span>
        </li>
      ))}
      {findings.length === 0 && checks > 0 && (
        <li className="em-quiet">
          <Mark name="submitted" tone="ok" size={13} />
          <span>{t('views.lint.pass', { count: checks, number: checks })}</span>
        </li>
      )}
    </ul>
  )
}

const shownPart = (check: string, part: string | null, language: string): string =>
  check === 'disclaimer' && part !== null
    ? (new Intl.DisplayNames([language], { type: 'language' }).of(part) ?? part)
    : (part ?? '')
