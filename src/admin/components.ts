import type { CollectionConfig, Config, DocumentTabCondition, Field } from 'payload'

import { mayPublish } from '../access/roles.ts'
import { tabLabel } from './tab-labels.ts'

type CollectionComponents = NonNullable<CollectionConfig['admin']>['components']

const forEditors: DocumentTabCondition = ({ req }) => mayPublish(req.user)

/** What stands around Payload's own views. */
export const adminComponents: NonNullable<Config['admin']>['components'] = {
  graphics: { Logo: '/src/admin/logo.tsx#Logo', Icon: '/src/admin/logo.tsx#Icon' },
  beforeDashboard: ['/src/admin/dashboard/dashboard.tsx#Dashboard'],
}

/** Tabs of a content item. */
export const itemComponents: CollectionComponents = {
  views: {
    edit: {
      dissemination: {
        Component: '/src/admin/item/dissemination-view.tsx#DisseminationView',
        path: '/dissemination',
        tab: { label: tabLabel('dissemination'), href: '/dissemination', order: 200 },
      },
    },
  },
}

/** Tabs of an issue, for those who decide what becomes public. */
export const issueComponents: CollectionComponents = {
  views: {
    edit: {
      preview: {
        Component: '/src/admin/issue/preview-view.tsx#PreviewView',
        path: '/preview',
        tab: { label: tabLabel('preview'), href: '/preview', order: 150, condition: forEditors },
      },
      send: {
        Component: '/src/admin/issue/send-view.tsx#SendView',
        path: '/send',
        tab: { label: tabLabel('send'), href: '/send', order: 160, condition: forEditors },
      },
    },
  },
}

/** A column of lists, not a field: the languages in which an item is public. */
export const publicInColumn: Field = {
  name: 'publicIn',
  type: 'ui',
  admin: { components: { Cell: '/src/admin/cells/public-in.tsx#PublicInCell' } },
}

/** A column of lists, not a field: whether a channel works, and when it last took something. */
export const standingColumn: Field = {
  name: 'standing',
  type: 'ui',
  admin: { components: { Cell: '/src/admin/cells/channel-standing.tsx#ChannelStandingCell' } },
}
