import { editorsOnly } from '../src/access/editors.ts'
import { publishedOrTranslators, versionsForTranslators } from '../src/access/published.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { pageComponents } from '../src/admin/components.ts'
import { forgetPublicSlugs, recordPublicSlugs } from '../src/content/slugs/public-slugs.ts'
import { sourceLocale } from '../src/i18n/locales.ts'
import { choice } from './fields/choice.ts'
import { localeChoice } from './fields/locale-choice.ts'
import { localisedSlug } from './fields/slug.ts'
import { localisedLine, localisedProse, localisedRichText } from './fields/text.ts'
import { translationFields } from './fields/translation.ts'
import { withDraftsPerLocale } from './guards.ts'
import { inEveryLanguage } from './labels.ts'

/** A text of the site that is no item: about us, privacy, accessibility. */
export const Pages = withDraftsPerLocale({
  slug: 'pages',
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
    defaultColumns: ['title', 'kind', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
    components: pageComponents,
  },
  defaultPopulate: { title: true, slug: true, kind: true },
  hooks: { afterChange: [recordPublicSlugs('pages')], afterDelete: [forgetPublicSlugs('pages')] },
  fields: [
    localisedLine('title', { required: true, maxLength: 150 }),
    localisedProse('summary', { maxLength: 600 }),
    localisedRichText('body', { required: true }),
    localisedSlug(),
    choice('kind', ['about', 'privacy', 'imprint', 'accessibility', 'other'], {
      vocabulary: 'pageKind',
      required: true,
      defaultValue: 'other',
      admin: { position: 'sidebar' },
    }),
    localeChoice('sourceLocale', {
      required: true,
      defaultValue: sourceLocale,
      admin: { position: 'sidebar', isClearable: false },
    }),
    ...translationFields,
  ],
})
