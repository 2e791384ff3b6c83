import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { isStaff } from '../src/access/staff.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { line, localisedLine, localisedProse } from './fields/text.ts'

/** How the network renders a term in each language, and which words it leaves as they are. */
export const Glossary: CollectionConfig = {
  slug: 'glossary',
  access: {
    read: ({ req: { user } }) => isStaff(user),
    create: editorsOnly,
    update: updateTexts,
    delete: editorsOnly,
  },
  admin: {
    // The navigation has it among the other places for translators.
    group: false,
    useAsTitle: 'term',
    defaultColumns: ['term', 'translation', 'doNotTranslate', 'updatedAt'],
    listSearchableFields: ['term'],
  },
  defaultSort: 'term',
  versions: false,
  fields: [
    line('term', { required: true, maxLength: 150, index: true }),
    localeChoice('sourceLocale', {
      required: true,
      defaultValue: sourceLocale,
      admin: { position: 'sidebar', isClearable: false },
    }),
    { name: 'doNotTranslate', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar' } },
    { name: 'caseSensitive', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar' } },
    localisedLine('translation', { maxLength: 200, admin: { condition: isTranslated } }),
    localisedLine('avoid', { maxLength: 300, admin: { condition: isTranslated } }),
    localisedProse('note', { maxLength: 500 }),
  ],
}

function isTranslated({ doNotTranslate }: { readonly doNotTranslate?: unknown } = {}): boolean {
  return doNotTranslate !== true
}
