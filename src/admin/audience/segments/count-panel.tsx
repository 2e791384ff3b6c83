import { useId } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import type { TextReader } from '../../client-texts.ts'
import type { Counting, SegmentCount } from './use-count.ts'

interface CountPanelProps {
  readonly counting: Counting
  readonly t: TextReader
  readonly language: Locale
}

/** How many people the condition chooses, and in which languages. */
export function CountPanel({ counting, t, language }: CountPanelProps) {
  const titleId = useId()
  const { isCounting, count, fault, hasFailed, again } = counting
  const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`)
  return (
    <section className="em-count" aria-labelledby={titleId} aria-busy={isCounting}>
      <h3 id={titleId} className="em-rule">
        {t('segment.count')}
      </h3>
      <div role="status">
        {isCounting && <p className="em-count-said">{t('segment.count.counting')}</p>}
        {!isCounting && fault !== null && <p className="em-count-said">{fault.message}</p>}
        {!isCounting && hasFailed && <p className="em-count-said em-bad">{t('segment.count.failed')}</p>}
        {count !== null && (
          <p className={isCounting ? 'em-count-people em-quiet' : 'em-count-people'}>
            {count.total === null
              ? t('segment.count.few', { number: count.fewest })
              : t('segment.count.people', { count: count.total, number: numbers.format(count.total) })}
          </p>
        )}
      </div>
      {!isCounting && hasFailed && (
        <button type="button" className="em-button" onClick={again}>
          {t('segment.count.again')}
        </button>
      )}
      {count !== null && count.total !== null && count.total > 0 && (
        <Languages count={count} t={t} language={language} numbers={numbers} />
      )}
    </section>
  )
}

interface LanguagesProps {
  readonly count: SegmentCount
  readonly t: TextReader
  readonly language: Locale
  readonly numbers: Intl.NumberFormat
}

/** On one common scale, with the numbers beside the bars. */
function Languages({ count: { languages, others }, t, language, numbers }: LanguagesProps) {
  const titleId = useId()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const rows = [
    ...languages.map(({ locale, people }) => ({ key: locale, name: names.of(locale) ?? locale, people })),
    ...(others === null ? [] : [{ key: 'others', name: t('segment.count.others'), people: others }]),
  ]
  const scale = Math.max(...rows.map(({ people }) => people), 1)
  return (
    <>
      <h4 id={titleId}>{t('segment.count.byLanguage')}</h4>
      <ul className="em-count-languages" aria-labelledby={titleId}>
        {rows.map(({ key, name, people }) => (
          <li key={key}>
            <span>{name}</span>
            <span aria-hidden="true">
              <i className="em-fill em-fill-reach" style={{ inlineSize: `${(people / scale) * 100}%` }} />
            </span>
            <span className="em-end">{numbers.format(people)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
