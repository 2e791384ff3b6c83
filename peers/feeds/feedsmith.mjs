/** What feedsmith makes of the feed in a file. */
import { readFile } from 'node:fs/promises'

import { parseFeed } from 'feedsmith'

const { format, feed } = parseFeed(await readFile(process.argv[2], 'utf8'))
const page = (links) => links?.find(({ rel }) => rel === 'alternate')?.href
const moment = (written) => written && new Date(written).toISOString()
const seen =
  format === 'atom'
    ? {
        title: feed.title.value,
        link: page(feed.links),
        language: feed.xml?.lang,
        entries: (feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title.value,
          link: page(entry.links),
          published: moment(entry.published),
          updated: moment(entry.updated),
          language: entry.xml?.lang,
          author: entry.authors?.[0]?.name,
          categories: entry.categories?.map(({ term }) => term),
          html: entry.content.value,
        })),
      }
    : {
        title: feed.title,
        link: feed.link,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => ({
          id: item.guid.value,
          title: item.title,
          link: item.link,
          published: moment(item.pubDate),
          updated: moment(item.atom?.updated),
          language: item.dc?.languages?.[0],
          author: item.dc?.creators?.[0],
          categories: item.categories?.map(({ name }) => name),
          html: item.description,
        })),
      }
process.stdout.write(JSON.stringify(seen))
