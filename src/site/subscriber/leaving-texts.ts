import type { Agreed } from '../../audience/mailing-list.ts'
import { DIGEST, type MailingList, NOTICES } from '../../audience/mailing-list.ts'
import type { Database } from '../../database/database.ts'
import type { NamedNewsletter } from '../newsletter-pages.ts'
import type { SiteContext } from '../site-context.ts'
import { loadFollows } from './load-preferences.ts'

/** What a page says about leaving one list. */
export interface LeavingTexts {
  readonly title: string
  readonly text: string
  /** What ends, by name, where one click ends several things. */
  readonly ending: readonly string[]
  readonly left: string
  readonly undone: string
}

/** A newsletter is named; the digest stands for all newsletters, notices for all that is followed. */
export async function leavingTexts(
  { locale, network, t }: SiteContext,
  list: MailingList,
  agreed: Agreed,
  {
    newsletters,
    database,
  }: { readonly newsletters: readonly NamedNewsletter[]; readonly database: Database },
): Promise<LeavingTexts> {
  if (list === DIGEST)
    return {
      title: t('unsubscribe.digestTitle'),
      text: t('unsubscribe.digestText'),
      ending: newsletters.filter(({ id }) => agreed.newsletterIds.includes(id)).map(({ name }) => name),
      left: t('unsubscribe.digestLeft'),
      undone: t('unsubscribe.digestUndone'),
    }
  if (list === NOTICES) {
    const follows = await loadFollows(agreed.follows, locale, database)
    return {
      title: t('unsubscribe.noticesTitle'),
      text: t('unsubscribe.noticesText'),
      ending: follows.map(({ name }) => name ?? t('preferences.followGone')),
      left: t('unsubscribe.noticesLeft'),
      undone: t('unsubscribe.noticesUndone'),
    }
  }
  const newsletter = newsletters.find(({ id }) => id === list)?.name ?? network.name
  return {
    title: t('unsubscribe.title', { newsletter }),
    text: t('unsubscribe.text', { newsletter }),
    ending: [],
    left: t('unsubscribe.left', { newsletter }),
    undone: t('unsubscribe.undone', { newsletter }),
  }
}
