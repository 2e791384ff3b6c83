import type { PayloadRequest } from 'payload'

import type { ContentCollection } from '../../content/published-item.ts'
import { isLocale } from '../../i18n/locales.ts'
import type { ViewContext } from '../view-context.ts'

interface WouldGoToProps {
  readonly collection: ContentCollection
  readonly req: PayloadRequest
  readonly context: ViewContext
}

/** For what is not public: the channels that take it as soon as it is. */
export async function WouldGoTo({ collection, req, context: { t, list, languageName } }: WouldGoToProps) {
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { mode: { equals: 'auto' } },
    depth: 0,
    pagination: false,
    sort: 'name',
    select: { name: true, collections: true, locales: true },
  })
  const takers = docs.filter(({ collections }) => !collections?.length || collections.includes(collection))
  if (takers.length === 0) return null
  return (
    <section className="em-section" aria-labelledby="em-takers">
      <h3 id="em-takers" className="em-rule">
        {t('views.item.draft.channels')}
      </h3>
      <ul className="em-rows">
        {takers.map(({ id, name, locales }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="em-quiet">{list(locales.filter(isLocale).map(languageName))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
