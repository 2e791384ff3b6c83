import { type Database, sql } from '../../database/database.ts'
import type { QuestionRoute } from './choose-route.ts'

/** The rules as they stand now, oldest first. One whose partner is gone is passed over. */
export async function questionRoutes(database: Database): Promise<readonly QuestionRoute[]> {
  const { rows } = await database.execute<QuestionRoute & Record<string, unknown>>(sql`
    select route.id, route.organisation_id as "organisationId",
      coalesce((select jsonb_agg(tie.topics_id) from question_routes_rels tie
        where tie.parent_id = route.id and tie.path = 'topics'), '[]'::jsonb) as "topicIds",
      coalesce((select jsonb_agg(tie.terms_id) from question_routes_rels tie
        where tie.parent_id = route.id and tie.path = 'countries'), '[]'::jsonb) as "countryIds",
      coalesce((select jsonb_agg(chosen.value) from question_routes_answersin_chosen chosen
        where chosen.parent_id = route.id), '[]'::jsonb) as locales
    from question_routes route
    where route.organisation_id is not null and not coalesce(route.paused, false)
    order by route.created_at, route.id
  `)
  return rows
}

/** The rule that names who is told of what an organisation is given by hand: its oldest. Null: it has none. */
export async function routeOf(organisationId: string, database: Database): Promise<string | null> {
  const routes = await questionRoutes(database)
  return routes.find((route) => route.organisationId === organisationId)?.id ?? null
}
