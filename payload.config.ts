import { join } from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { editor } from './collections/editor.ts'
import { collections, globals } from './collections/index.ts'
import { withFallback } from './src/access/fallback-graphql.ts'
import { withInternalsForStaff } from './src/access/internal-collections.ts'
import { limitedDepth } from './src/access/query-depth.ts'
import { oneLanguage } from './src/access/query-language.ts'
import { limitedWidth } from './src/access/query-width.ts'
import { adminComponents } from './src/admin/components.ts'
import { previewEndpoint } from './src/admin/translation-editor/preview-endpoint.ts'
import { cellEndpoint } from './src/admin/translation-matrix/cell-story.ts'
import { exportEndpoint } from './src/audience/export/export-endpoint.ts'
import { importEndpoints } from './src/audience/imports/import-endpoints.ts'
import { ledgerEndpoints } from './src/audience/ledger/ledger-endpoints.ts'
import { peopleEndpoints } from './src/audience/people/people-endpoints.ts'
import { questionOfficerEndpoints } from './src/audience/questions/officer-endpoints.ts'
import { retentionEndpoints } from './src/audience/retention/retention-endpoints.ts'
import { segmentEndpoint } from './src/audience/segments/segment-endpoint.ts'
import { suppressionEndpoints } from './src/audience/suppression/suppression-endpoints.ts'
import { ownTables as audienceTables } from './src/audience/tables.ts'
import { keepNarrowing } from './src/content/narrowing/keep-narrowing.ts'
import { availableLocales } from './src/content/publishing/available-locales.ts'
import { publicationEndpoints } from './src/content/publishing/publication-endpoints.ts'
import { publicationMutations, publicationQueries } from './src/content/publishing/publication-graphql.ts'
import { ownTables as publishingTables } from './src/content/publishing/tables.ts'
import { databaseOf, surviveLostConnections } from './src/database/database.ts'
import { logWithoutValues } from './src/database/without-values.ts'
import { deliveriesEndpoint } from './src/dissemination/channel-care/deliveries-endpoint.ts'
import { healthEndpoint } from './src/dissemination/channel-care/health-endpoint.ts'
import { cellEndpoints } from './src/dissemination/channels/cell-endpoints.ts'
import { itemCorrectionEndpoints } from './src/dissemination/corrections/item-correction-endpoints.ts'
import { resendFeedbackEndpoint } from './src/dissemination/feedback/resend-endpoint.ts'
import { itemEndpoint } from './src/dissemination/item-endpoint.ts'
import { keyEndpoints } from './src/dissemination/mail-set-up/key-endpoints.ts'
import { questionEndpoints } from './src/dissemination/questions/question-endpoints.ts'
import { env } from './src/env.ts'
import { ownTables as fediverseTables } from './src/fediverse/tables.ts'
import { adminLanguages } from './src/i18n/admin-languages.ts'
import { localization } from './src/i18n/localization.ts'
import { ownTables as ledgerTables } from './src/ledger/tables.ts'
import { signWithKeysIn } from './src/newsletter/dkim/own-signing-keys.ts'
import { payloadEmailAdapter } from './src/newsletter/payload-email-adapter.ts'
import { shareConnectionsIn } from './src/newsletter/transports/connection-places.ts'
import { ownTables as outboxTables } from './src/outbox/tables.ts'
import { ownTables as readingTables } from './src/reading/documents/tables.ts'
import { ownTables as queryTables } from './src/reading/graphql/tables.ts'
import { ownTables as keyTables } from './src/reading/keys/tables.ts'
import { ownTables as searchTables } from './src/reading/search/tables.ts'
import { redirectsEndpoint } from './src/site/redirects-endpoint.ts'
import { exchangeEndpoints } from './src/translation/exchange/endpoints.ts'
import { matrixEndpoints } from './src/translation/matrix/matrix-endpoints.ts'
import { memoryEndpoints } from './src/translation/memory/memory-endpoints.ts'
import { callbackEndpoint } from './src/translation/requests/callback-endpoint.ts'
import { requestEndpoints } from './src/translation/requests/request-endpoints.ts'
import { ownTables as translationTables } from './src/translation/tables.ts'
import { targetEndpoints } from './src/translation/targets/endpoints.ts'
import { suggestionEndpoint } from './src/translation/targets/suggestions.ts'

const MEBIBYTE = 1024 ** 2
/** Every npm script runs in the project's root; a bundle knows no other way to it. */
const root = process.cwd()

/** Their types come from another copy of drizzle than the adapter's. */
const ownTables: unknown = {
  ...publishingTables,
  ...outboxTables,
  ...ledgerTables,
  ...audienceTables,
  ...translationTables,
  ...readingTables,
  ...fediverseTables,
  ...searchTables,
  ...keyTables,
  ...queryTables,
}

const building = buildConfig({
  secret: env.PAYLOAD_SECRET ?? '',
  serverURL: env.PUBLIC_URL,
  cors: [env.PUBLIC_URL],
  csrf: [env.PUBLIC_URL],
  onInit: (payload) => {
    surviveLostConnections(payload)
    signWithKeysIn(databaseOf(payload))
    shareConnectionsIn(databaseOf(payload))
  },
  collections,
  globals,
  endpoints: [
    healthEndpoint,
    deliveriesEndpoint,
    itemEndpoint,
    ...itemCorrectionEndpoints,
    ...cellEndpoints,
    redirectsEndpoint,
    ...publicationEndpoints,
    ...targetEndpoints,
    ...memoryEndpoints,
    ...exchangeEndpoints,
    callbackEndpoint,
    ...requestEndpoints,
    ...matrixEndpoints,
    cellEndpoint,
    suggestionEndpoint,
    previewEndpoint,
    ...suppressionEndpoints,
    ...ledgerEndpoints,
    ...retentionEndpoints,
    ...peopleEndpoints,
    ...importEndpoints,
    exportEndpoint,
    segmentEndpoint,
    resendFeedbackEndpoint,
    ...questionEndpoints,
    ...questionOfficerEndpoints,
    ...keyEndpoints(),
  ],
  localization: { ...localization, filterAvailableLocales: availableLocales },
  experimental: { localizeStatus: true },
  editor,
  email: payloadEmailAdapter({ from: { name: 'Emissary', address: env.CONFIRMATIONS_FROM } }),
  sharp,
  db: postgresAdapter({
    pool: { connectionString: env.DATABASE_URL ?? '', max: 10 },
    idType: 'uuidv7',
    push: false,
    migrationDir: join(root, 'src/migrations'),
    // Declared here so that migrations hold them; everything else about them is ours.
    beforeSchemaInit: [
      ({ schema, adapter }) => {
        keepNarrowing(adapter.rawTables)
        return { ...schema, tables: { ...schema.tables, ...(ownTables as typeof schema.tables) } }
      },
    ],
  }),
  admin: {
    user: 'users',
    components: adminComponents,
    // Payload's default sends a hash of the address to a third party.
    avatar: 'default',
    // As our views write moments: not by halves of a day, and months as the interface names them.
    dateFormat: 'd MMM yyyy, HH:mm',
    importMap: { baseDir: root, importMapFile: join(root, 'src/app/(payload)/admin/importMap.ts') },
    meta: { titleSuffix: ' · Emissary' },
  },
  i18n: { supportedLanguages: adminLanguages, fallbackLanguage: 'en' },
  defaultDepth: 1,
  maxDepth: 3,
  telemetry: false,
  graphQL: {
    schemaOutputFile: join(root, 'docs/schema.graphql'),
    maxComplexity: 500,
    validationRules: () => [limitedDepth, limitedWidth, oneLanguage],
    queries: (library, { Query }) => {
      withFallback(library, Query.fields)
      return publicationQueries(library)
    },
    mutations: publicationMutations,
  },
  bodyParser: { limits: { fieldSize: 2 * MEBIBYTE } },
  upload: { limits: { fileSize: 20 * MEBIBYTE } },
  // `npm run generate` writes them: Payload would start a process for that each time somebody opens it.
  typescript: { outputFile: join(root, 'src/payload-types.ts'), autoGenerate: false },
  logger: { options: { level: env.LOG_LEVEL, hooks: { logMethod: logWithoutValues } } },
})

export default withInternalsForStaff(building)
