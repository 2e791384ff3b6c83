import { sql } from '../../database/database.ts'

/** Nothing is said there yet. Empty and approved is an answer: deliberately without a counterpart. */
export const isMissing = sql`(t.key is null or (t.text = '' and t.state <> 'approved'))`

/** Nobody but an engine has touched it. */
export const isMachineDraft = sql`(t.state = 'machine' and t.origin = 'engine')`

/** What an engine may fill in: what is missing, and its own drafts once they are outdated. Never what a person wrote. */
export const isOpenToEngines = sql`(${isMissing} or (${isMachineDraft} and t.source_hash <> s.hash))`

/** What a person is asked for: what is missing or outdated, and every machine draft. */
export const isOpenToPeople = sql`(${isMissing} or t.source_hash <> s.hash or t.state = 'machine')`

/** The target beside each segment `s` in a locale. */
export const targetsOf = (locale: ReturnType<typeof sql>) => sql`
  left join translation_targets t
    on t.collection = s.collection and t.item_id = s.item_id and t.key = s.key and t.locale = ${locale}`

/** Characters to translate in a segment: marks are none. */
export const charactersOf = sql`char_length(regexp_replace(s.text, '⟦/?[0-9]+/?⟧', '', 'g'))`
