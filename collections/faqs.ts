import { editorsOnly } from '../src/access/editors.ts'
import { publishedOrTranslators, versionsForTranslators } from '../src/access/published.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { pageComponents } from '../src/admin/components.ts'
import { forgetPublicSlugs, recordPublicSlugs } from '../src/content/slugs/public-slugs.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { toMany } from './fields/relation.ts'
import { localisedSlug } from './fields/slug.ts'
import { term } from './fields/term.ts'
import { localisedLine, localisedRichText } from './fields/text.ts'
import { translationFields } from './fields/translation.ts'
import { withDraftsPerLocale } from './guards.ts'
import { inEveryLanguage } from './labels.ts'

/** A question that people ask often, with its answer: `title` is the question, `body` the answer. */
export const Faqs = withDraftsPerLocale({
  slug: 'faqs',
  access: {
    read: publishedOrTranslators,
    readVersions: versionsForTranslators,
    create: editorsOnly,
    update: updateTexts,
    delete: editorsOnly,
  },
  admin: {
    group: inEveryLanguage('group.content'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'topics', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
    components: pageComponents,
  },
  defaultPopulate: { title: true, slug: true },
  hooks: { afterChange: [recordPublicSlugs('faqs')], afterDelete: [forgetPublicSlugs('faqs')] },
  fields: [
    localisedLine('title', { required: true, maxLength: 300 }),
    localisedRichText('body', { required: true }),
    localisedSlug(),
    toMany('topics', 'topics', { admin: { position: 'sidebar' } }),
    // None: it holds everywhere.
    term('countries', 'countries', { hasMany: true, admin: { position: 'sidebar' } }),
    localeChoice('sourceLocale', {
      required: true,
      defaultValue: sourceLocale,
      admin: { position: 'sidebar', isClearable: false },
    }),
    ...translationFields,
  ],
})
