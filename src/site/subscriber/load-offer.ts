import type { Payload } from 'payload'

import type { Offer } from '../../audience/choices.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import type { SiteContext } from '../site-context.ts'

/** What can be subscribed to, as a page in this language offers it. */
export async function loadOffer(payload: Payload, { locale, locales }: SiteContext): Promise<Offer> {
  const newsletters = await loadNewsletters(payload, locale)
  return { newsletters: newsletters.map(({ id, name, description }) => ({ id, name, description })), locales }
}
