import { type CollectionSlug, type Endpoint, restoreVersionOperation } from 'payload'

/**
 * `POST /api/:collection/versions/:id`: brings an earlier version back, in place of Payload's, as a draft whatever the
 * request says. Its text was approved once, for readers of then; an editor publishes it again, language by language.
 */
export const restoreAsDraft: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const { collection: slug, id } = req.routeParams ?? {}
    // The Local API does not hand `draft` on.
    const restored = await restoreVersionOperation({
      id: String(id),
      collection: req.payload.collections[slug as CollectionSlug],
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
    })
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') })
  },
}
