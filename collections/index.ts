import type { CollectionConfig } from 'payload'

import { withTabs } from '../src/admin/components.ts'
import { withPublicDocuments } from '../src/reading/documents/note-changes.ts'
import { ApiConsumers } from './api-consumers.ts'
import { Channels } from './channels.ts'
import { Communities } from './communities.ts'
import { Events } from './events.ts'
import { Faqs } from './faqs.ts'
import { Frameworks } from './frameworks.ts'
import { Glossary } from './glossary.ts'
import { guarded, guardedGlobal } from './guards.ts'
import { Issues } from './issues.ts'
import { withGlobalLabels, withLabels } from './labels.ts'
import { Media } from './media.ts'
import { Network } from './network.ts'
import { News } from './news.ts'
import { Newsletters } from './newsletters.ts'
import { Organisations } from './organisations.ts'
import { Pages } from './pages.ts'
import { PeerReviews } from './peer-reviews.ts'
import { People } from './people.ts'
import { Practices } from './practices.ts'
import { PressContacts } from './press-contacts.ts'
import { Projects } from './projects.ts'
import { Publications } from './publications.ts'
import { QuestionRoutes } from './question-routes.ts'
import { Retention } from './retention.ts'
import { Segments } from './segments.ts'
import { Terms } from './terms.ts'
import { Topics } from './topics.ts'
import { Users } from './users.ts'

/** In the order of the admin's navigation. */
export const collections: CollectionConfig[] = [
  Practices,
  Publications,
  Events,
  News,
  PeerReviews,
  Pages,
  Faqs,
  Media,
  Glossary,
  Organisations,
  People,
  Projects,
  Communities,
  Newsletters,
  Issues,
  Segments,
  Channels,
  PressContacts,
  QuestionRoutes,
  Topics,
  Terms,
  Frameworks,
  Users,
  ApiConsumers,
]
  .map(withPublicDocuments)
  .map(guarded)
  .map(withLabels)
  .map(withTabs)

export const globals = [Network, Retention].map(guardedGlobal).map(withGlobalLabels)
