import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

import { withStatedLocale } from '../../../../access/stated-locale.ts'

export const POST = withStatedLocale(GRAPHQL_POST(config))
export const OPTIONS = REST_OPTIONS(config)
