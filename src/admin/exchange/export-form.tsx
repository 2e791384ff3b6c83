'use client'

import { type FormEvent, useState } from 'react'

import type { Locale } from '../../i18n/locales.ts'
import { type Texts, textReader } from '../client-texts.ts'
import { downloadExport } from './download-export.ts'
import type { ListedRow } from './listed-row.ts'

interface ExportFormProps {
  readonly locale: Locale
  readonly rows: readonly ListedRow[]
  /** Items that did not fit on the page. */
  readonly more: number
  /** The items were chosen elsewhere, so all of them are ticked. */
  readonly isChosen: boolean
  readonly texts: Texts
  readonly language: Locale
}

/** Ticks items and saves them as one file. */
export function ExportForm({ locale, rows, more, isChosen, texts, language }: ExportFormProps) {
  const t = textReader(texts, language)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(isChosen ? rows.map(({ name }) => name) : []),
  )
  const [said, setSaid] = useState('')
  const isAll = chosen.size === rows.length
  const choose = (name: string, isTicked: boolean): void =>
    setChosen((before) => new Set(isTicked ? [...before, name] : [...before].filter((each) => each !== name)))

  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const wish = new FormData(event.currentTarget)
    setSaid(t('exchange.view.working'))
    const query = new URLSearchParams({
      items: [...chosen].join(','),
      locale,
      version: String(wish.get('version')),
      scope: String(wish.get('scope')),
    })
    const outcome = await downloadExport(query)
    if (outcome.kind === 'saved') setSaid(t('exchange.view.saved', { name: outcome.name }))
    else setSaid(outcome.message ?? t('exchange.view.unreachable'))
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <div className="em-scroll">
        <table className="em-exchange-table">
          <caption className="em-sr">{t('exchange.view.items')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <label className="em-exchange-tick">
                  <input
                    type="checkbox"
                    checked={isAll}
                    onChange={({ target }) =>
                      setChosen(new Set(target.checked ? rows.map(({ name }) => name) : []))
                    }
                  />
                  <span className="em-sr">{t('exchange.view.all')}</span>
                </label>
              </th>
              <th scope="col">{t('exchange.view.item')}</th>
              <th scope="col">{t('exchange.view.source')}</th>
              <th scope="col">{t('exchange.view.state')}</th>
              <th scope="col">{t('exchange.view.open')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <td>
                  <label className="em-exchange-tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(row.name)}
                      onChange={({ target }) => choose(row.name, target.checked)}
                    />
                    <span className="em-sr">{row.title}</span>
                  </label>
                </td>
                <th scope="row">
                  <bdi lang={row.sourceLocale}>{row.title}</bdi>
                  <small>{row.kind}</small>
                </th>
                <td>{row.source}</td>
                <td>{row.state}</td>
                <td>{row.open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="em-empty">{t('exchange.view.more', { count: more, number: more })}</p>}
      <div className="em-exchange-choices">
        <fieldset>
          <legend>{t('exchange.view.scope')}</legend>
          <Radio name="scope" value="open" label={t('exchange.view.scope.open')} isDefault />
          <Radio name="scope" value="all" label={t('exchange.view.scope.all')} />
        </fieldset>
        <fieldset>
          <legend>{t('exchange.view.version')}</legend>
          <Radio name="version" value="2.1" label={t('exchange.view.version.2.1')} isDefault />
          <Radio name="version" value="1.2" label={t('exchange.view.version.1.2')} />
        </fieldset>
      </div>
      <div className="em-exchange-do">
        <button type="submit" className="em-button em-button-first" disabled={chosen.size === 0}>
          {t('exchange.view.save', { count: chosen.size, number: chosen.size })}
        </button>
        <p role="status">{chosen.size === 0 ? t('exchange.view.chooseFirst') : said}</p>
      </div>
    </form>
  )
}

interface RadioProps {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly isDefault?: boolean
}

const Radio = ({ name, value, label, isDefault = false }: RadioProps) => (
  <label className="em-exchange-tick">
    <input type="radio" name={name} value={value} defaultChecked={isDefault} />
    <span>{label}</span>
  </label>
)
