import type { Locale } from '../../i18n/locales.ts'
import type { Outcome } from '../../translation/exchange/import-report.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import type { ToldUnit } from './send-import.ts'

/** More than anybody reads at once. */
const MAX_ROWS = 200

const marks: Readonly<Record<Outcome, readonly [MarkName, Tone]>> = {
  problem: ['failed', 'bad'],
  conflict: ['unconfirmed', 'warn'],
  imported: ['submitted', 'ok'],
  kept: ['skipped', 'quiet'],
  skipped: ['skipped', 'quiet'],
  unchanged: ['skipped', 'quiet'],
}

interface FindingsTableProps {
  readonly units: readonly ToldUnit[]
  readonly texts: Texts
  readonly language: Locale
}

/** Units of a file about which there is something to say, what it is, and what helps. */
export function FindingsTable({ units, texts, language }: FindingsTableProps) {
  const t = textReader(texts, language)
  const told = units.filter(
    ({ outcome, message }) => (outcome !== 'unchanged' && outcome !== 'skipped') || message !== '',
  )
  const left = told.length - MAX_ROWS
  if (told.length === 0) return null
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse. */}
      <section className="em-scroll" aria-label={t('exchange.view.found')} tabIndex={0}>
        <table className="em-exchange-table">
          <caption className="em-sr">{t('exchange.view.found')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('exchange.view.item')}</th>
              <th scope="col">{t('exchange.view.text')}</th>
              <th scope="col">{t('exchange.view.outcome')}</th>
              <th scope="col">{t('exchange.view.why')}</th>
            </tr>
          </thead>
          <tbody>
            {told.slice(0, MAX_ROWS).map((unit) => (
              <tr key={`${unit.file} ${unit.line} ${unit.unit}`}>
                <th scope="row">
                  <bdi>{unit.title === '' ? unit.file : unit.title}</bdi>
                  <small>
                    <bdi>{unit.locale}</bdi>
                  </small>
                </th>
                <td>
                  {unit.unit === null ? t('exchange.view.wholeFile') : <bdi>{unit.label || unit.unit}</bdi>}
                  <small>
                    {unit.unit !== null && <bdi>{unit.unit}</bdi>}{' '}
                    {t('exchange.view.line', { number: unit.line })}
                  </small>
                </td>
                <td className="em-exchange-outcome">
                  <Mark name={marks[unit.outcome][0]} tone={marks[unit.outcome][1]} />{' '}
                  {t(`exchange.view.outcome.${unit.outcome}`)}
                </td>
                <td>{unit.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && <p className="em-empty">{t('exchange.view.left', { count: left, number: left })}</p>}
    </>
  )
}
