import config from '@payload-config'
import '@payloadcms/next/css'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'

import { withStatedLocale } from '../../../../access/stated-locale.ts'

export const GET = withStatedLocale(REST_GET(config))
export const POST = withStatedLocale(REST_POST(config))
export const DELETE = withStatedLocale(REST_DELETE(config))
export const PATCH = withStatedLocale(REST_PATCH(config))
export const PUT = withStatedLocale(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
