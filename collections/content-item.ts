import type { CollectionConfig, Field, Tab } from 'payload'
import { editorsOnly } from '../src/access/editors.ts'
import { publishedOrStaff, versionsForStaff } from '../src/access/published.ts'
import { createContent, updateContent } from '../src/access/write-content.ts'
import { itemComponents, publicInColumn } from '../src/admin/components.ts'
import type { ContentCollection } from '../src/content/published-item.ts'
import { forgetPublicSlugs, recordPublicSlugs } from '../src/content/slugs/public-slugs.ts'
import { recordChange, recordDeletion } from '../src/outbox/record-change.ts'
import { placeInNetwork, sidebar } from './fields/dissemination.ts'
import { withDraftsPerLocale } from './guards.ts'
import { inEveryLanguage } from './labels.ts'

/** What one of the content collections has of its own. */
interface ContentItem {
  readonly slug: ContentCollection
  /** Tabs in the order in which an editor fills them in; the place in the network comes last. */
  readonly tabs: readonly Tab[]
  /** Further fields beside the text. */
  readonly beside?: readonly Field[]
  readonly defaultColumns: readonly string[]
  readonly searchable: readonly string[]
}

/** A collection whose items are disseminated: drafts per language, changes recorded in the outbox. */
export function contentItem({
  slug,
  tabs,
  beside = [],
  defaultColumns,
  searchable,
}: ContentItem): CollectionConfig {
  return withDraftsPerLocale({
    slug,
    access: {
      read: publishedOrStaff,
      readVersions: versionsForStaff,
      create: createContent,
      update: updateContent,
      delete: editorsOnly,
    },
    admin: {
      group: inEveryLanguage('group.content'),
      useAsTitle: 'title',
      defaultColumns: [...defaultColumns, 'publicIn', '_status', 'updatedAt'],
      listSearchableFields: [...searchable],
      components: itemComponents,
    },
    defaultPopulate: { title: true, slug: true },
    forceSelect: { responsibleOrganisation: true },
    defaultSort: '-updatedAt',
    trash: false,
    hooks: {
      afterChange: [recordChange(slug), recordPublicSlugs(slug)],
      afterDelete: [recordDeletion(slug), forgetPublicSlugs(slug)],
    },
    fields: [
      {
        type: 'tabs',
        tabs: [...tabs, { label: 'tab.placeInNetwork', fields: [...placeInNetwork] }],
      },
      ...sidebar,
      ...beside,
      publicInColumn,
    ],
  })
}
