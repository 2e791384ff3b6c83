/** Where changes of what the public reads are told: comma-separated tags, in the transaction that changes it. */
export const CHANNEL = 'public_content'

/** Tables whose every change is told, by the tag that stands for them beside `content`. */
const watched: Readonly<Record<string, readonly string[]>> = {
  practices: [
    'practices',
    'practices_locales',
    'practices_rels',
    'practices_results',
    'practices_scores',
    'practices_phases',
    'practices_funding',
  ],
  publications: [
    'publications',
    'publications_locales',
    'publications_rels',
    'publications_authors',
    'publications_editions',
  ],
  events: ['events', 'events_locales', 'events_rels', 'events_programme', 'events_report_recordings'],
  news: ['news', 'news_locales', 'news_rels', 'news_sources'],
  'peer-reviews': [
    'peer_reviews',
    'peer_reviews_locales',
    'peer_reviews_rels',
    'peer_reviews_peers',
    'peer_reviews_recommendations_items',
    'peer_reviews_benchmark_scores',
  ],
  pages: ['pages', 'pages_locales'],
  faqs: ['faqs', 'faqs_locales', 'faqs_rels'],
  media: ['media', 'media_locales'],
  organisations: ['organisations', 'organisations_locales'],
  people: ['people', 'people_locales'],
  projects: [
    'projects',
    'projects_locales',
    'projects_rels',
    'projects_disclaimers',
    'projects_work_packages',
    'projects_work_packages_locales',
  ],
  communities: ['communities', 'communities_locales', 'communities_rels'],
  newsletters: [
    'newsletters',
    'newsletters_locales',
    'newsletters_rels',
    'newsletters_locales_chosen',
    'newsletters_proposals_collections',
    'newsletters_seeds',
    'newsletters_seeds_locales_chosen',
  ],
  issues: [
    'issues',
    'issues_locales',
    'issues_rels',
    'issues_blocks_items',
    'issues_blocks_items_locales',
    'issues_blocks_text',
    'issues_blocks_text_locales',
  ],
  topics: ['topics', 'topics_locales', 'topics_exact_match'],
  terms: ['terms', 'terms_locales', 'terms_exact_match'],
  frameworks: ['frameworks', 'frameworks_locales', 'frameworks_dimensions', 'frameworks_dimensions_locales'],
  network: ['network', 'network_locales', 'network_enabledlocales_chosen', 'network_fallbacklocales_chosen'],
  // Not public themselves: feeds name the hubs that are among them.
  channels: ['channels', 'channels_locales_chosen'],
  corrections: ['item_corrections', 'edition_corrections'],
  slugs: ['public_slugs'],
}

/** Tables of which readers see which rows there are, and nothing that changes in one: work on them is not told. */
const watchedForRows: Readonly<Record<string, readonly string[]>> = {
  changes: ['outbox'],
  editions: ['editions'],
}

/** Every table that tells its changes. */
export const watchedTables: readonly string[] = [
  ...Object.values(watched).flat(),
  ...Object.values(watchedForRows).flat(),
]

/**
 * A statement that changes no row tells nothing: sweeps run such statements all the time. A row that is written as it was
 * tells nothing either. Postgres tells the same thing once for each transaction.
 */
const onRows = (table: string, tag: string): string => `
CREATE TRIGGER public_content_rows AFTER INSERT OR DELETE ON "${table}"
  FOR EACH ROW EXECUTE FUNCTION tell_public_content('${tag}');
CREATE TRIGGER public_content_truncated AFTER TRUNCATE ON "${table}"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_content('${tag}');`

const onChanges = (table: string, tag: string): string => `
CREATE TRIGGER public_content_changes AFTER UPDATE ON "${table}"
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tell_public_content('${tag}');`

const forEach = (
  tables: Readonly<Record<string, readonly string[]>>,
  statement: (table: string, tag: string) => string,
): string[] => Object.entries(tables).flatMap(([tag, names]) => names.map((name) => statement(name, tag)))

/** For a migration. */
export const createContentTriggers: string = [
  `
CREATE FUNCTION tell_public_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('${CHANNEL}', 'content,' || TG_ARGV[0]);
  RETURN NULL;
END $$;`,
  ...forEach({ ...watched, ...watchedForRows }, onRows),
  ...forEach(watched, onChanges),
].join('')

/** Takes it back. */
export const dropContentTriggers = 'DROP FUNCTION tell_public_content() CASCADE;'
