import { siteUrl } from '../../content/site-url.ts'
import { type Database, sql } from '../../database/database.ts'
import { editionById, type StoredEdition } from '../../ledger/editions.ts'
import { countedAddresses, withAddresses } from './edition-links.ts'
import { countedLinkUrl } from './link-address.ts'

type NewEdition = Pick<StoredEdition, 'issueId' | 'locale' | 'html'>

/**
 * Where its newsletter counts links, keeps where those of a new edition lead, in the transaction in which the edition is kept.
 * The edition itself holds the addresses as they are: so do its web edition and every preview.
 */
export async function keepCountedLinks(
  { issueId, locale, html }: NewEdition,
  transaction: Database,
): Promise<void> {
  const urls = countedAddresses(html, new URL(siteUrl('/')).origin)
  if (urls.length === 0) return
  const { rows } = await transaction.execute<{ id: string }>(sql`
    update editions set counts_links = true
    where issue_id = ${issueId}::uuid and locale = ${locale} and not counts_links and exists (
      select from issues join newsletters on newsletters.id = issues.newsletter_id
      where issues.id = ${issueId}::uuid and newsletters.count_links
    )
    returning id
  `)
  for (const { id } of rows) await keepLinks(id, urls, transaction)
}

async function keepLinks(editionId: string, urls: readonly string[], transaction: Database): Promise<void> {
  const links = urls.map((url, index) => {
    const position = index + 1
    return { position, url, address: countedLinkUrl({ editionId, position }) }
  })
  await transaction.execute(sql`
    insert into edition_links (edition_id, position, url, address)
    select ${editionId}::uuid, link.position, link.url, link.address
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link (position int, url text, address text)
    on conflict do nothing
  `)
}

/** An edition as its readers get it by mail. The same bytes each time. Null when there is no such edition. */
export async function editionToSend(id: string, database: Database): Promise<StoredEdition | null> {
  const edition = await editionById(id, database)
  if (edition === null) return null
  const { rows } = await database.execute<{ position: number; url: string; address: string | null }>(sql`
    select position, url, address from edition_links where edition_id = ${id}::uuid order by position
  `)
  if (rows.length === 0) return edition
  const addresses = new Map(
    rows.map(
      ({ position, url, address }) => [url, address ?? countedLinkUrl({ editionId: id, position })] as const,
    ),
  )
  return { ...edition, ...withAddresses(edition, addresses) }
}

/** Where a counted link leads. Null: there is no such link. */
export async function linkTarget(
  { editionId, position }: { readonly editionId: string; readonly position: number },
  database: Database,
): Promise<string | null> {
  const { rows } = await database.execute<{ url: string }>(sql`
    select url from edition_links where edition_id = ${editionId}::uuid and position = ${position}
  `)
  return rows[0]?.url ?? null
}
