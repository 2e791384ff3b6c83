import type { SanitizedConfig } from 'payload'
import { changesRoute } from '../changes/changes-route.ts'
import { readableCollections } from '../contract/document.ts'
import { searchRoute } from '../search/search-route.ts'
import { dumpRoute } from './dump-route.ts'
import { indexRoutes } from './index-routes.ts'
import { listRoute } from './list-route.ts'
import { networkRoutes } from './network-routes.ts'
import { newsletterRoutes } from './newsletter-routes.ts'
import { oneRoute } from './one-route.ts'
import type { Route } from './route.ts'
import { vocabularyRoutes } from './vocabulary-routes.ts'

const known = new WeakMap<SanitizedConfig, readonly Route[]>()

/** Every address under `/v1`, in the order of the documentation. */
export function routesOf(config: SanitizedConfig): readonly Route[] {
  const routes = known.get(config) ?? [
    ...indexRoutes,
    ...readableCollections.flatMap((each) => [listRoute(each, config), oneRoute(each, config)]),
    changesRoute,
    dumpRoute,
    searchRoute,
    ...vocabularyRoutes(config),
    ...networkRoutes,
    ...newsletterRoutes,
  ]
  known.set(config, routes)
  return routes
}
