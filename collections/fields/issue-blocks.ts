import type { Block } from 'payload'

import { orderedItemsComponents } from '../../src/admin/components.ts'
import { contentCollections } from '../../src/content/published-item.ts'
import { untilItLeaves } from '../../src/dissemination/sent-issues/open-to-edit.ts'
import { inEveryLanguage } from '../labels.ts'
import { localisedLine, localisedProse } from './text.ts'
import { webAddress } from './web-address.ts'

const named = (slug: string): Block['labels'] => ({
  singular: inEveryLanguage(`issueBlock.${slug}.one`),
  plural: inEveryLanguage(`issueBlock.${slug}.many`),
})

/** Items of the network, in their order, under a heading of their own or none. */
export const ItemsBlock: Block = {
  slug: 'items',
  interfaceName: 'IssueItems',
  labels: named('items'),
  admin: { disableBlockName: true },
  fields: [
    localisedLine('heading', { maxLength: 80 }),
    {
      name: 'items',
      type: 'relationship',
      relationTo: [...contentCollections],
      hasMany: true,
      required: true,
      maxRows: 30,
      maxDepth: 1,
      access: { update: untilItLeaves },
      // Payload's own list is sorted by the keys that also choose from it. Ours stands in its place: see the component.
      admin: { isSortable: false, components: orderedItemsComponents },
    },
  ],
}

/** A few words that stand in this issue alone. */
export const TextBlock: Block = {
  slug: 'text',
  interfaceName: 'IssueText',
  labels: named('text'),
  admin: { disableBlockName: true },
  fields: [
    localisedLine('heading', { maxLength: 80 }),
    // Not required: a language in which nobody wrote it goes without, instead of keeping its editor from saving.
    localisedProse('body', { maxLength: 2000 }),
    {
      type: 'row',
      fields: [
        localisedLine('linkText', { maxLength: 60 }),
        webAddress('link', { maxLength: 500, access: { update: untilItLeaves } }),
      ],
    },
  ],
}
