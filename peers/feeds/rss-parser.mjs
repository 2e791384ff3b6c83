/** What rss-parser makes of the feed in a file. */
import { readFile } from 'node:fs/promises'

import Parser from 'rss-parser'

const { title, link, language, items } = await new Parser().parseString(
  await readFile(process.argv[2], 'utf8'),
)
const entries = items.map((item) => ({
  id: item.guid ?? item.id,
  title: item.title,
  link: item.link,
  published: item.isoDate,
  language: item.language,
  author: item.creator ?? item.author,
  categories: item.categories,
  html: item.content,
}))
process.stdout.write(JSON.stringify({ title, link, language, entries }))
