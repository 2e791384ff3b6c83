import { inject } from 'vitest'

const { databaseUrl, mediaFolder, url } = inject('product')

// Before the test file's imports read the environment: Payload's Local API in a test works on what the browser sees.
process.env.DATABASE_URL = databaseUrl
process.env.MEDIA_DIR = mediaFolder
process.env.PUBLIC_URL = url
