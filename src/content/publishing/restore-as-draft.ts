import type { CollectionSlug, Endpoint } from 'payload'

/**
 * `POST /api/:collection/versions/:id`: brings an earlier version back, in place of Payload's, as a draft whatever the
 * request says. Its text was approved once, for readers of then; an editor publishes it again, language by language.
 */
export const restoreAsDraft: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const { collection, id } = req.routeParams ?? {}
    const restored = await req.payload.restoreVersion({
      collection: collection as CollectionSlug,
      id: String(id),
      draft: true,
      depth: 0,
      overrideAccess: false,
      req,
    })
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') })
  },
}
