import type { Payload } from 'payload'

import { findSubscriber } from '../../audience/subscriber.ts'
import { networkLanguages } from '../../content/network-languages.ts'
import { readPublishedItems } from '../../content/read-published.ts'
import { siteUrl } from '../../content/site-url.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import { type RenderedDigest, renderDigestMail } from '../../newsletter/render-digest-mail.ts'
import type { EditionItem } from '../../newsletter/render-edition.ts'
import type { PersonalRenderer } from '../personal/personal-renderer.ts'
import { chosenNames } from './chosen-names.ts'
import { type StandingItem, standingItems } from './standing-items.ts'

/** A person's digest in their language, of what is still public of what was planned for it. */
export const renderDigest: PersonalRenderer = async (payload, mail) => {
  const database = databaseOf(payload)
  const person = await findSubscriber(mail.subscriberId, database)
  if (person === null) return { skip: 'unsubscribed' }
  const { enabled, chain } = await networkLanguages(payload)
  const languages = [person.locale, ...person.furtherLocales]
  const items = await standingItems(mail.items, { languages, enabled, now: new Date() }, database)
  if (items.length === 0) return { skip: 'nothing-left' }

  const locale =
    mail.locale !== null && enabled.includes(mail.locale) ? mail.locale : (chain[0] ?? sourceLocale)
  const network = await networkIn(locale, database)
  const chosen = await chosenNames(person, locale, database)
  const { shown, ...rendered } = await renderOnce(payload, { mail, items, locale, network, chosen })
  // Withdrawn while it was rendered.
  if (shown.length === 0) return { skip: 'nothing-left' }
  return {
    ...rendered,
    locale,
    items: items.filter(({ id }) => shown.includes(id)),
    fromName: network.name,
    listName: translator(locale, 'email')('digest.list', { network: network.name }),
  }
}

interface NetworkWords {
  readonly name: string
  readonly postalAddress: string
}

async function networkIn(locale: Locale, database: Database): Promise<NetworkWords> {
  const { rows } = await database.execute<{ name: string | null; postal_address: string | null }>(sql`
    select network.postal_address, (
      select words.name from network_locales words
      where words._parent_id = network.id and words._locale::text in (${locale}, ${sourceLocale}) and words.name is not null
      order by words._locale::text = ${locale} desc limit 1
    ) as name
    from network limit 1
  `)
  return { name: rows[0]?.name ?? '', postalAddress: rows[0]?.postal_address ?? '' }
}

interface MadeDigest extends RenderedDigest {
  /** Ids of what it really holds. */
  readonly shown: readonly string[]
}

interface Content {
  readonly mail: HeldPersonalMail
  readonly items: readonly StandingItem[]
  readonly locale: Locale
  readonly network: NetworkWords
  readonly chosen: Awaited<ReturnType<typeof chosenNames>>
}

/** How many rendered digests a process remembers: at most 95 KB each. */
const REMEMBERED = 200

const remembered = new WeakMap<Payload, Map<string, Promise<MadeDigest>>>()

/**
 * Many people get the very same items in the same language, so what was rendered a moment ago is used again. The outbox
 * tells whether anything has changed for readers since: then it is another text.
 */
async function renderOnce(payload: Payload, content: Content): Promise<MadeDigest> {
  const known = remembered.get(payload) ?? new Map<string, Promise<MadeDigest>>()
  remembered.set(payload, known)
  const { items, locale, network, chosen, mail } = content
  const version = await versionOf(items, databaseOf(payload))
  const key = JSON.stringify([rhythmOf(mail), locale, network, chosen, version, items])
  const made = known.get(key) ?? render(payload, content)
  known.delete(key)
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  try {
    return await made
  } catch (error) {
    known.delete(key)
    throw error
  }
}

async function versionOf(items: readonly StandingItem[], database: Database): Promise<string> {
  const { rows } = await database.execute<{ version: string }>(sql`
    select coalesce(max(id), 0) as version from outbox where item_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(items.map(({ id }) => id))}::jsonb)
    )
  `)
  return String(rows[0]?.version ?? 0)
}

/** A week's period names its week: `2026-W48`. */
const rhythmOf = ({ key }: HeldPersonalMail): 'weekly' | 'monthly' =>
  key.includes('W') ? 'weekly' : 'monthly'

async function render(
  payload: Payload,
  { mail, items, locale, network, chosen }: Content,
): Promise<MadeDigest> {
  const shown = await shownItems(payload, items)
  const rendered = await renderDigestMail({
    rhythm: rhythmOf(mail),
    locale,
    network: {
      name: network.name,
      url: siteUrl(`/${locale}`),
      privacyUrl: siteUrl(`/${locale}/pages/privacy`),
      logoUrl: siteUrl('/brand/logo.png'),
    },
    postalAddress: network.postalAddress,
    emblemUrl: siteUrl('/brand/eu-emblem.png'),
    chosen,
    items: shown,
  })
  return { ...rendered, shown: shown.map(({ item }) => item.id) }
}

async function shownItems(
  payload: Payload,
  items: readonly StandingItem[],
): Promise<Pick<EditionItem, 'item' | 'shownLocale'>[]> {
  const shown = new Map<string, Pick<EditionItem, 'item' | 'shownLocale'>>()
  for (const locale of new Set(items.map((item) => item.locale))) {
    const own = items.filter((item) => item.locale === locale)
    for (const item of await readPublishedItems(payload, own, locale))
      shown.set(item.id, { item, shownLocale: locale })
  }
  return items.flatMap(({ id }) => shown.get(id) ?? [])
}
