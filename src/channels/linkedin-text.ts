import { type AnnouncementParts, plainBlocks } from './announcement.ts'

/** What LinkedIn reads as markup wherever it stands, unless a backslash is before it. */
const reserved = /[\\|{}@[\]()<>#*_~]/g

/** A text that shows as it was written. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format */
export const escapeLittle = (text: string): string => text.replace(reserved, '\\$&')

/** What readers see of it. */
export const readLittle = (text: string): string =>
  text.replace(/\{hashtag\|\\?#\|((?:\\.|[^}\\])*)\}/g, '#$1').replace(/\\([\s\S])/g, '$1')

/** An announcement as LinkedIn writes it: hashtags that can be followed, everything else as it was written. */
export const littleText = (parts: AnnouncementParts): string =>
  plainBlocks({
    notice: escapeLittle(parts.notice),
    title: escapeLittle(parts.title),
    appointment: parts.appointment.map(escapeLittle),
    summary: escapeLittle(parts.summary),
    url: escapeLittle(parts.url),
    hashtags: parts.hashtags.map((tag) => `{hashtag|\\#|${escapeLittle(tag.slice(1))}}`),
    closing: parts.closing.map(escapeLittle),
  })
