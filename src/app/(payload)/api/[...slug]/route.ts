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
import { getPayload } from 'payload'

import { withStatedLocale } from '../../../../access/stated-locale.ts'
import { withReader } from '../../../../reading/keys/with-reader.ts'
import { refuseZeros } from '../../../../reading/v1/refuse-zeros.ts'

const open = () => getPayload({ config })

export const GET = withReader(open, 'rest', refuseZeros(withStatedLocale(REST_GET(config))))
export const POST = withReader(open, 'rest', refuseZeros(withStatedLocale(REST_POST(config))))
export const DELETE = withReader(open, 'rest', refuseZeros(withStatedLocale(REST_DELETE(config))))
export const PATCH = withReader(open, 'rest', refuseZeros(withStatedLocale(REST_PATCH(config))))
export const PUT = withReader(open, 'rest', refuseZeros(withStatedLocale(REST_PUT(config))))
export const OPTIONS = REST_OPTIONS(config)
