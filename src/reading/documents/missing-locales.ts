import { sql } from '@payloadcms/db-postgres'

import { locales } from '../../i18n/locales.ts'

type Expression = ReturnType<typeof sql>

/**
 * In which of our languages a document is not public, by what it says of itself; all of them where it has no page. By its
 * index the few that are not translated are found among many that are. A new language takes a new function and index.
 */
export const missingLocalesFunction = `
CREATE FUNCTION missing_locales(document jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  SELECT coalesce(array_agg(locale), '{}') FROM unnest('{${locales.join(',')}}'::text[]) locale
  WHERE NOT coalesce(document->'alternates', '{}') ? locale
$$;`

export const missingLocales = (document: Expression): Expression => sql`missing_locales(${document})`
