import { useState } from 'react'

import { directionOf, isLocale, type Locale } from '../../../i18n/locales.ts'
import type { TextReader } from '../../client-texts.ts'
import type { ConditionOffers } from './load-condition-offers.ts'
import type { FoundItem, Proposals } from './use-proposals.ts'

interface FoundItemsProps {
  readonly proposals: Proposals
  readonly offers: ConditionOffers
  /** How many were put into the contents last. */
  readonly added: number
  readonly t: TextReader
  readonly language: Locale
  readonly onAdd: (items: readonly FoundItem[]) => void
}

/** What was found, to be ticked and put into the contents. */
export function FoundItems({ proposals, offers, added, t, language, onAdd }: FoundItemsProps) {
  const { items, isSearching, hasFailed, again } = proposals
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = (items ?? []).filter(({ id }) => ticked.includes(id))
  const number = new Intl.NumberFormat(`${language}-u-nu-latn`)
  const day = new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const dated = ({ starts, publicSince }: FoundItem): string =>
    starts === null
      ? t('views.compose.publicSince', { day: day.format(new Date(publicSince)) })
      : t('views.compose.starts', { day: day.format(new Date(starts)) })
  const count = (key: string, amount: number): string =>
    t(key, { count: amount, number: number.format(amount) })
  const said = (): string => {
    if (added > 0 && ticked.length === 0) return count('views.compose.added', added)
    if (isSearching) return t('views.compose.searching')
    if (hasFailed) return t('views.compose.failed')
    return items?.length === 0 ? t('views.compose.nothing') : count('views.compose.found', items?.length ?? 0)
  }
  return (
    <div className="em-found" aria-busy={isSearching}>
      <p role="status">{said()}</p>
      {hasFailed && (
        <button type="button" className="em-button" onClick={again}>
          {t('views.compose.again')}
        </button>
      )}
      {items !== null && items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <label>
                <input
                  type="checkbox"
                  checked={ticked.includes(item.id)}
                  onChange={({ target }) =>
                    setTicked(target.checked ? [...ticked, item.id] : ticked.filter((id) => id !== item.id))
                  }
                />
                <span>
                  <bdi lang={item.titleLocale} dir={writtenIn(item.titleLocale)}>
                    {item.title}
                  </bdi>
                  <small>
                    {offers.collections.find(({ id }) => id === item.collection)?.label} · {dated(item)}
                  </small>
                </span>
              </label>
              <span className="em-tags">
                {item.locales.map((locale) => (
                  <span key={locale} className="em-tag">
                    {locale}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <button
          type="button"
          className="em-button em-button-first"
          onClick={() => {
            onAdd(chosen)
            setTicked([])
          }}
        >
          {count('views.compose.add', chosen.length)}
        </button>
      )}
    </div>
  )
}

const writtenIn = (locale: string) => (isLocale(locale) ? directionOf(locale) : undefined)
