import type { Access } from 'payload'

import { type Database, sql, transactionOf } from '../database/database.ts'
import { mayPublish, organisationOf } from './roles.ts'

/**
 * Pictures and documents are for everybody, but for the files of publications that are under embargo or not openly
 * accessible: those are for editors, and for contributors of the organisation that answers for the publication. Payload asks
 * this of rows, of the files themselves in every size, and of rows that others lead to.
 */
export const openFiles: Access = async ({ req }) => {
  if (mayPublish(req.user)) return true
  const closed = await closedFiles(organisationOf(req.user), await transactionOf(req))
  return closed.length === 0 || { id: { not_in: closed } }
}

type Table = 'publication' | 'version'

/** An embargo ends with the beginning of its day, in UTC. One without a day lasts until somebody ends it. */
function isClosed(table: Table) {
  const column = (name: string) =>
    sql`${sql.identifier(table)}.${sql.identifier(table === 'version' ? `version_${name}` : name)}`
  return sql`coalesce(
    ${column('access_right')} in ('restricted', 'metadata-only')
    or ${column('access_right')} = 'embargoed' and (
      ${column('embargo_until')} is null
      or (${column('embargo_until')} at time zone 'utc')::date > (now() at time zone 'utc')::date
    ), false
  )`
}

/**
 * Media that only those who answer for it may have. What is being prepared counts as well: a file is stored before its
 * publication is public. What a public publication gives to everybody stays theirs until a draft that closes it is
 * published.
 * @param own an organisation whose publications close nothing. Null: none.
 */
async function closedFiles(own: string | null, database: Database): Promise<string[]> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with closed as (
      select edition.file_id as id, publication.responsible_organisation_id as organisation, true as is_settled
      from publications publication join publications_editions edition on edition._parent_id = publication.id
      where ${isClosed('publication')} and edition.file_id is not null
      union all
      select edition.file_id, version.version_responsible_organisation_id, false
      from _publications_v version
      join _publications_v_version_editions edition on edition._parent_id = version.id
      where version.latest and ${isClosed('version')} and edition.file_id is not null
    )
    select distinct id from closed
    where (${own}::uuid is null or organisation is distinct from ${own}::uuid)
      and (is_settled or not exists (
        select from publications publication join publications_editions edition on edition._parent_id = publication.id
        where edition.file_id = closed.id and not ${isClosed('publication')} and exists (
          select from publications_locales spoken
          where spoken._parent_id = publication.id and spoken._status = 'published'
        )
      ))
  `)
  return rows.map(({ id }) => id)
}
