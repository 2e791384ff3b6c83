import type { ItemImage } from '../content/published-item.ts'
import { type Xml, xml } from './xml.ts'

/**
 * Media RSS, because an RSS enclosure must state its length in bytes. What the picture shows is its title: some readers
 * take any description, however deep, for the text of the entry. https://www.rssboard.org/media-rss
 */
export const mediaContent = ({ url, type, width, height, alt }: ItemImage): Xml => xml`
<media:content url="${url}" type="${type}" medium="image" width="${width}" height="${height}">${
  alt !== '' && xml`<media:title type="plain">${alt}</media:title>`
}</media:content>`
