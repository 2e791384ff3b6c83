/** What Bluesky's own library makes of texts: a JSON list of them on standard input, their facets on standard output. */
import { json } from 'node:stream/consumers'

import { RichText } from '@atproto/api'

const facets = (await json(process.stdin)).map((text) => {
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  return rich.facets ?? []
})
process.stdout.write(JSON.stringify(facets))
