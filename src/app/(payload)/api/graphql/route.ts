import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { getPayload } from 'payload'

import { withStatedLocale } from '../../../../access/stated-locale.ts'
import { withReader } from '../../../../reading/keys/with-reader.ts'
import { refuseZeros } from '../../../../reading/v1/refuse-zeros.ts'

const open = () => getPayload({ config })

export const POST = withReader(open, 'graphql', refuseZeros(withStatedLocale(GRAPHQL_POST(config))))
export const OPTIONS = REST_OPTIONS(config)
