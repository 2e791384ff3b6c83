import type { ImportMapping } from '../../../audience/imports/import-fields.ts'
import type { AudienceImport } from '../../../audience/imports/import-store.ts'
import type { Locale } from '../../../i18n/locales.ts'
import type { TextReader } from '../../client-texts.ts'
import { ChoiceField } from './choice-field.tsx'
import type { ImportOffers } from './wizard.ts'

type Defaults = ImportMapping['defaults']

interface DefaultFieldsProps {
  readonly defaults: Defaults
  readonly brings: AudienceImport['brings']
  readonly offers: ImportOffers
  readonly onChange: (defaults: Defaults) => void
  readonly t: TextReader
}

/** What holds where a row does not say. */
export function DefaultFields({ defaults, brings, offers, onChange, t }: DefaultFieldsProps) {
  const { locales, languages, newsletters, frequencies, barReasons } = offers
  const { newsletterIds } = defaults
  const own = languages.filter(({ locale }) => locales.includes(locale))
  const tick = (id: string, isTicked: boolean): void =>
    onChange({
      ...defaults,
      newsletterIds: isTicked ? [...newsletterIds, id] : newsletterIds.filter((each) => each !== id),
    })
  return (
    <fieldset className="em-import-set">
      <legend>{t('imports.defaults')}</legend>
      <div className="em-import-fields">
        {brings === 'people' ? (
          <>
            <ChoiceField<Locale | ''>
              label={t('numbers.first-language')}
              value={defaults.locale ?? ''}
              options={[
                ['', t('imports.defaults.none')],
                ...own.map(({ locale, name }) => [locale, name] as const),
              ]}
              onChoose={(locale) => onChange({ ...defaults, locale: locale === '' ? null : locale })}
            />
            <ChoiceField
              label={t('numbers.frequency')}
              value={defaults.frequency}
              options={frequencies.map((each) => [each, t(`frequency.${each}`)])}
              onChoose={(frequency) => onChange({ ...defaults, frequency })}
            />
          </>
        ) : (
          <ChoiceField
            label={t('suppressions.column.reason')}
            value={defaults.barReason}
            options={barReasons.map((each) => [each, t(`suppressions.reason.${each}`)])}
            onChoose={(barReason) => onChange({ ...defaults, barReason })}
          />
        )}
      </div>
      <fieldset className="em-import-ticks">
        <legend>{t('numbers.newsletters')}</legend>
        {newsletters.map(({ id, name }) => (
          <label key={id} className="em-check">
            <input
              type="checkbox"
              checked={newsletterIds.includes(id)}
              onChange={({ target }) => tick(id, target.checked)}
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
    </fieldset>
  )
}
