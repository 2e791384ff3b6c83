import type {
  CollectionConfig,
  Config,
  DocumentTabCondition,
  DocumentTabConfig,
  Field,
  UIField,
} from 'payload'

import { mayPublish } from '../access/roles.ts'
import { audienceViews } from './audience/audience-views.ts'
import { view } from './own-view.ts'

type CollectionComponents = NonNullable<CollectionConfig['admin']>['components']

const forEditors: DocumentTabCondition = ({ req }) => mayPublish(req.user)

const tab = (name: string, href: string): DocumentTabConfig => ({
  href,
  Component: { path: '/src/admin/tab.tsx#Tab', serverProps: { name, href } },
})

/** What stands around Payload's own views. */
export const adminComponents: NonNullable<Config['admin']>['components'] = {
  graphics: { Logo: '/src/admin/logo.tsx#Logo', Icon: '/src/admin/logo.tsx#Icon' },
  header: ['/src/admin/signed-out.tsx#SignedOut'],
  beforeNavLinks: [
    '/src/admin/calendar/out-nav.tsx#OutNav',
    '/src/admin/translation-nav.tsx#TranslationNav',
    '/src/admin/questions/questions-nav.tsx#QuestionsNav',
    '/src/admin/audience/audience-nav.tsx#AudienceNav',
    '/src/admin/mail-set-up/mail-nav.tsx#MailNav',
  ],
  views: {
    dashboard: { Component: '/src/admin/dashboard/dashboard.tsx#Dashboard' },
    translationMatrix: view(
      '/translation',
      '/src/admin/translation-matrix/matrix-view.tsx#MatrixView',
      'matrix.title',
    ),
    translationMemory: view(
      '/translation/memory',
      '/src/admin/memory/memory-view.tsx#MemoryView',
      'memory.name',
    ),
    translationExchange: view(
      '/translation/exchange',
      '/src/admin/exchange/exchange-view.tsx#ExchangeView',
      'exchange.view.title',
    ),
    translationRequests: view(
      '/translation/requests',
      '/src/admin/requests/requests-view.tsx#RequestsView',
      'request.none',
    ),
    ...audienceViews,
    questions: view(
      '/questions',
      '/src/admin/questions/questions-view.tsx#QuestionsView',
      'views.question.all',
      'admin',
    ),
    question: view(
      '/questions/:id',
      '/src/admin/questions/question-view.tsx#QuestionView',
      'views.question.all',
      'admin',
    ),
    calendar: view(
      '/calendar',
      '/src/admin/calendar/calendar-view.tsx#CalendarView',
      'views.calendar.title',
      'admin',
    ),
    corrections: view(
      '/corrections',
      '/src/admin/corrections/corrections-view.tsx#CorrectionsView',
      'views.correction.all',
      'admin',
    ),
    mailSetUp: view(
      '/mail-set-up',
      '/src/admin/mail-set-up/mail-set-up-view.tsx#MailSetUpView',
      'views.mailSetUp.title',
      'admin',
    ),
    translationEditor: {
      Component: '/src/admin/translation-editor/translation-editor-view.tsx#TranslationEditorView',
      path: '/translation/:collection/:id/:locale',
    },
  },
}

/** Payload's own tabs, as links that a screen reader finds in a list and by the name that is shown. */
const ownTabs = {
  default: { tab: tab('edit', '') },
  versions: { tab: tab('versions', '/versions') },
  api: { tab: tab('api', '/api') },
}

/** Gives a collection's documents these tabs; those of its own stay beside them. */
export function withTabs(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  const views = admin?.components?.views
  const edit = { ...ownTabs, ...views?.edit } as NonNullable<typeof views>['edit']
  return {
    ...collection,
    admin: { ...admin, components: { ...admin?.components, views: { ...views, edit } } },
  }
}

const languagesTab = {
  languages: {
    Component: '/src/admin/publication/languages-view.tsx#LanguagesView',
    path: '/languages',
    tab: { ...tab('languages', '/languages'), order: 150 },
  },
} as const

/** Tabs of a page. */
export const pageComponents: CollectionComponents = { views: { edit: languagesTab } }

/** Tabs of a content item. */
export const itemComponents: CollectionComponents = {
  views: {
    edit: {
      ...languagesTab,
      dissemination: {
        Component: '/src/admin/item/dissemination-view.tsx#DisseminationView',
        path: '/dissemination',
        tab: { ...tab('dissemination', '/dissemination'), order: 200 },
      },
      corrections: {
        Component: '/src/admin/corrections/item-corrections-view.tsx#ItemCorrectionsView',
        path: '/corrections',
        tab: { ...tab('corrections', '/corrections'), order: 210, condition: forEditors },
      },
    },
  },
}

/** Tabs of an issue, for those who decide what becomes public. */
export const issueComponents: CollectionComponents = {
  views: {
    edit: {
      preview: {
        Component: '/src/admin/issue/preview/preview-view.tsx#PreviewView',
        path: '/preview',
        tab: { ...tab('preview', '/preview'), order: 150, condition: forEditors },
      },
      rehearsal: {
        Component: '/src/admin/issue/rehearsal/rehearsal-view.tsx#RehearsalView',
        path: '/rehearsal',
        tab: { ...tab('rehearsal', '/rehearsal'), order: 155, condition: forEditors },
      },
      send: {
        Component: '/src/admin/issue/send-view.tsx#SendView',
        path: '/send',
        tab: { ...tab('send', '/send'), order: 160, condition: forEditors },
      },
      archive: {
        Component: '/src/admin/issue/corrections/archive-view.tsx#ArchiveView',
        path: '/archive',
        tab: { ...tab('archive', '/archive'), order: 170, condition: forEditors },
      },
    },
  },
}

/** What stands below a field for which a text can be proposed. */
export const proposalComponents = {
  afterInput: ['/src/admin/issue/compose/proposal-field.tsx#ProposalField'],
}

/** The same for the subject, by which lists name an issue. */
export const subjectComponents = {
  ...proposalComponents,
  Cell: '/src/admin/cells/issue-subject.tsx#IssueSubjectCell',
}

/** What fills in the number of a new issue. */
export const issueNumberComponents = {
  afterInput: ['/src/admin/issue/compose/number-field.tsx#NumberField'],
}

/** How the items of a part of an issue are put in order. */
export const orderedItemsComponents = {
  Field: '/src/admin/issue/compose/ordered-items-field.tsx#OrderedItemsField',
}

/** Not a field: looks for items that could go into the contents below it. */
export const findItemsField: Field = {
  name: 'findItems',
  type: 'ui',
  admin: { components: { Field: '/src/admin/issue/compose/find-items-field.tsx#FindItemsField' } },
}

/** Not a field: says why an issue that has left cannot be changed. */
export const lockedNote: UIField = {
  name: 'lockedNote',
  type: 'ui',
  admin: { components: { Field: '/src/admin/issue/compose/locked-note.tsx#LockedNote' } },
}

/** Not a field: heads an issue that has no subject. */
export const issueTitleField: UIField = {
  name: 'issueTitle',
  type: 'ui',
  admin: { components: { Field: '/src/admin/issue/issue-title-field.tsx#IssueTitleField' } },
}

/** How a segment's condition is edited. */
export const segmentComponents = {
  Field: '/src/admin/audience/segments/condition-field.tsx#ConditionField',
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

/** How a channel's account is edited: its inputs follow the service that is chosen. */
export const channelComponents = {
  service: { Field: '/src/admin/channel/service-field.tsx#ServiceField' },
  baseUrl: { Field: '/src/admin/channel/address-field.tsx#AddressField' },
  settings: { Field: '/src/admin/channel/settings-field.tsx#SettingsField' },
  secrets: { Field: '/src/admin/channel/secrets-field.tsx#SecretsField' },
  /** Not a field: whether it works. */
  care: {
    name: 'care',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '/src/admin/channel/care-field.tsx#CareField' },
    },
  } as const satisfies Field,
}
