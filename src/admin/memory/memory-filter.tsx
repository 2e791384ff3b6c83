import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { MemorySearch } from '../../translation/memory/search-memory.ts'
import type { ViewContext } from '../view-context.ts'

interface MemoryFilterProps {
  readonly search: MemorySearch
  readonly locales: readonly Locale[]
  readonly context: ViewContext
}

/** A form whose address is the view, so it works without scripts. */
export function MemoryFilter({ search, locales, context }: MemoryFilterProps) {
  const t = translator(context.language, 'translation')
  const any = t('memory.filter.any')
  const names = locales.map((locale) => [locale, context.languageName(locale)] as const)
  return (
    <search>
      <form className="em-memory-filter" action="/admin/translation/memory">
        <label className="em-memory-words">
          <span>{t('memory.filter.text')}</span>
          <input
            key={search.text}
            type="search"
            name="text"
            defaultValue={search.text ?? ''}
            maxLength={200}
          />
        </label>
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            <span>{t(`memory.filter.${name}`)}</span>
            <select key={search[name]} name={name} defaultValue={search[name] ?? ''}>
              <option value="">{any}</option>
              {names.map(([locale, text]) => (
                <option key={locale} value={locale}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="em-button">
          {t('memory.filter.search')}
        </button>
      </form>
    </search>
  )
}
