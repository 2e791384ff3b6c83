import type { GlobalConfig } from 'payload'

import { administratorsOnly, onlyAdministrators } from '../src/access/administrators.ts'
import { anyone } from '../src/access/anyone.ts'
import { onlyStaff } from '../src/access/staff.ts'
import { translatableCollections } from '../src/content/translatable.ts'
import { privateHostsValid } from '../src/dissemination/channel-care/private-hosts.ts'
import { adminText } from '../src/i18n/admin-text.ts'
import { endonymOf, isLocale, type Locale, sourceLocale } from '../src/i18n/locales.ts'
import { hasInterface } from '../src/i18n/translator.ts'
import { noteNetworkChange } from '../src/reading/documents/note-changes.ts'
import { followEnabledLocales } from '../src/translation/sync/follow-enabled-locales.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { file } from './fields/relation.ts'
import { amount, day, localisedLine } from './fields/text.ts'
import { timeZone } from './fields/time-zone.ts'
import { inEveryLanguage, termLabel, type ValidationAsk } from './labels.ts'

const withoutInterface = (value: unknown): readonly Locale[] =>
  (Array.isArray(value) ? value : []).filter(isLocale).filter((locale) => !hasInterface(locale))

/** The project consortium that this installation speaks for, and the languages it speaks. */
export const Network: GlobalConfig = {
  slug: 'network',
  access: { read: anyone, update: administratorsOnly },
  admin: { group: inEveryLanguage('group.network') },
  versions: false,
  hooks: { afterChange: [followEnabledLocales, noteNetworkChange] },
  fields: [
    localisedLine('name', { required: true, maxLength: 100 }),
    localisedLine('tagline', { maxLength: 200 }),
    localeChoice('enabledLocales', {
      hasMany: true,
      required: true,
      defaultValue: [sourceLocale],
      validate: (value: unknown, { req }: ValidationAsk) => {
        if (!Array.isArray(value) || value.length === 0) return adminText(req, 'invalid.missing')
        const names = withoutInterface(value).map(endonymOf)
        return names.length === 0 || adminText(req, 'invalid.noInterface', { languages: names.join(', ') })
      },
    }),
    localeChoice('defaultLocale', { required: true, defaultValue: sourceLocale }),
    localeChoice('fallbackLocales', { hasMany: true }),
    {
      name: 'whenOutdated',
      type: 'group',
      access: { read: onlyStaff },
      fields: translatableCollections.map((collection) =>
        choice(collection, ['keep', 'withdraw'], {
          vocabulary: 'whenOutdated',
          required: true,
          defaultValue: 'keep',
          label: termLabel(`collection.${collection}`),
        }),
      ),
    },
    choice('machineTranslation', ['drafts', 'labelled'], {
      required: true,
      defaultValue: 'drafts',
      access: { read: onlyStaff },
    }),
    amount('machineCharactersPerMonth', {
      required: true,
      defaultValue: 500_000,
      access: { read: onlyStaff },
    }),
    // When digests leave, and what a day is.
    timeZone,
    {
      type: 'row',
      fields: [
        choice('digestWeekday', ['1', '2', '3', '4', '5', '6', '7'], {
          vocabulary: 'weekday',
          required: true,
          defaultValue: '1',
          access: { read: onlyStaff },
        }),
        amount('digestHour', { required: true, defaultValue: 7, max: 23, access: { read: onlyStaff } }),
      ],
    },
    // To one person within seven days, of whatever kind. Empty: no limit.
    amount('mailsPerWeek', { min: 1, max: 50, access: { read: onlyStaff } }),
    // How fast issues leave. Empty: as fast as the transport takes them.
    {
      name: 'pace',
      type: 'group',
      access: { read: onlyStaff },
      fields: [
        {
          type: 'row',
          fields: [
            amount('mailsPerSecond', { min: 0.1, max: 10_000 }),
            amount('mailsPerDay', { min: 1 }),
            day('warmUpSince'),
          ],
        },
      ],
    },
    // `host:port`, one in a line: partners on a private network that accounts may point to.
    {
      name: 'privateHosts',
      type: 'textarea',
      maxLength: 2000,
      validate: privateHostsValid,
      access: { read: onlyAdministrators, update: onlyAdministrators },
    },
    // After so many days without an answer, those who are to answer a question are reminded. Empty: never.
    amount('questionReminderDays', { min: 1, max: 60, defaultValue: 5, access: { read: onlyStaff } }),
    { name: 'postalAddress', type: 'textarea', maxLength: 300 },
    { name: 'contactEmail', type: 'email' },
    file('logo', { filterOptions: { mimeType: { contains: 'image/' } } }),
  ],
}
