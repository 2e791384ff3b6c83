import type { CollectionConfig } from 'payload'

import { editorsOnly } from '../src/access/editors.ts'
import { publishedOrStaff, versionsForStaff } from '../src/access/published.ts'
import { updateContent } from '../src/access/write-content.ts'
import { draftsPerLocale } from './content-item.ts'
import { choice } from './fields/choice.ts'
import { localisedSlug } from './fields/slug.ts'
import { localisedLine, localisedProse, localisedRichText } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

/** A text of the site that is no item: about us, privacy, accessibility. */
export const Pages: CollectionConfig = {
  slug: 'pages',
  access: {
    read: publishedOrStaff,
    readVersions: versionsForStaff,
    create: editorsOnly,
    update: updateContent,
    delete: editorsOnly,
  },
  admin: {
    group: inEveryLanguage('group.content'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', '_status', 'updatedAt'],
    listSearchableFields: ['title'],
  },
  defaultPopulate: { title: true, slug: true, kind: true },
  versions: draftsPerLocale,
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
  ],
}
