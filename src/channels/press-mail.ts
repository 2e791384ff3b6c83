import { closingLines } from '../content/closing-lines.ts'
import { eventLines } from '../content/event-lines.ts'
import { type Html, html, trusted } from '../content/markup/html.ts'
import { textOfHtml } from '../content/markup/text-of-html.ts'
import type { ItemFile, PublishedItem } from '../content/published-item.ts'
import { longDay } from '../i18n/dates.ts'
import { directionOf } from '../i18n/locales.ts'
import { translator } from '../i18n/translator.ts'
import type { ComposeOptions, Post } from './channel.ts'
import { droppedImage } from './dropped-image.ts'
import { postImage } from './post-image.ts'

/** Gmail cuts off at about 102 KB, and with the end goes the way to leave. */
const MAX_BYTES = 90_000
/** Many mail servers take up to ten megabytes, and files grow by a third on the way. */
export const MAX_ATTACHED_BYTES = 7_000_000
/** A picture of ours is smaller. */
const PICTURE_BYTES = 1_000_000

const images = {
  maxAltCharacters: 1000,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
} as const

interface Letter {
  readonly item: PublishedItem
  readonly options: ComposeOptions
  readonly replyTo: string
  readonly picture: Post['image']
  readonly attached: readonly ItemFile[]
}

/**
 * A release as a mail, plain on purpose: its readers copy from it. Files come along up to a total, the others by their
 * links. Where the whole item is too long for a mail, its summary stands with the link.
 */
export function composeRelease(item: PublishedItem, options: ComposeOptions, replyTo: string): Post {
  const picture = postImage(item, options, images)
  const attached = attachedOf(options.whole?.files ?? [], picture === null ? 0 : PICTURE_BYTES)
  const letter = { item, options, replyTo, picture, attached }
  const full = htmlOf(letter)
  const isTooLong = Buffer.byteLength(full) > MAX_BYTES
  const { whole, ...brief } = options
  const short = {
    ...letter,
    options: whole === undefined ? brief : { ...brief, whole: { ...whole, html: '' } },
  }
  const written = isTooLong ? htmlOf(short) : full
  return {
    text: textOf(isTooLong ? short : letter),
    fields: {
      subject: subjectOf(item, options),
      html: written,
      change: options.change,
      item: `${item.collection}/${item.id}`,
    },
    locale: item.locale,
    url: item.url,
    image: picture,
    files: attached,
    report: {
      unit: 'bytes',
      used: Buffer.byteLength(written),
      limit: MAX_BYTES,
      shortened: [...(isTooLong ? (['summary'] as const) : []), ...droppedImage(item, options, picture)],
    },
  }
}

/** In their order, as long as there is room. */
function attachedOf(files: readonly ItemFile[], taken: number): ItemFile[] {
  let total = taken
  return files.filter(({ bytes }) => {
    if (total + bytes > MAX_ATTACHED_BYTES) return false
    total += bytes
    return true
  })
}

function noticeOf({ locale }: PublishedItem, { change, reason = '' }: ComposeOptions): string {
  const isNotice = change === 'corrected' || change === 'withdrawn'
  return isNotice ? translator(locale, 'terms')(`post.${change}`, { reason: oneLine(reason) }).trim() : ''
}

function subjectOf(item: PublishedItem, options: ComposeOptions): string {
  const notice = noticeOf(item, { change: options.change })
  return oneLine(notice === '' ? item.title : `${notice} ${item.title}`)
}

function htmlOf(letter: Letter): string {
  const { item, options } = letter
  const { locale, title, url } = item
  const t = translator(locale, 'terms')
  const notice = noticeOf(item, options)
  const body = html`${notice !== '' && html`<p><strong>${notice}</strong></p>`}<p>${headOf(item, options)}</p><h1 style="font-size:26px;line-height:1.3">${title}</h1>${bodyOf(
    letter,
  )}${options.change !== 'withdrawn' && html`<p><a href="${url}">${t('press.online')}</a></p>`}${filesOf(letter)}<hr><p>${t(
    'press.contact',
    {
      address: letter.replyTo,
    },
  )}</p>`
  const leave = html`<p style="font-size:14px"><a href="${trusted('\u0000')}">${t('press.leave')}</a></p>`
  const page = html`<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body style="margin:0"><div style="max-width:640px;margin:0 auto;padding:24px;font:16px/1.5 'Noto Sans','Noto Sans Arabic',Arial,sans-serif">${body}${leave}</div></body></html>`
  // Nothing that somebody wrote is taken for a placeholder.
  return page.source
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replace('\u0000', '{{unsubscribe_url}}')
}

/** From when it may be told. A notice goes to people who know that. */
const headOf = ({ locale, publishedAt }: PublishedItem, { change }: ComposeOptions): string =>
  change === 'published' || change === 'revised'
    ? `${translator(locale, 'terms')('press.release')} · ${longDay(publishedAt, locale)}`
    : longDay(publishedAt, locale)

/** With a whole item comes all that must be said about it. */
function bodyOf({ item, options: { ownText, whole, change } }: Letter): Html {
  const paragraphs = (texts: readonly string[]) => html`${texts.map((text) => html`<p>${text}</p>`)}`
  const closing = paragraphs(closingLines(item))
  if (change === 'withdrawn') return closing
  if (ownText !== undefined) return html`${paragraphs(ownText.split(/\n\s*\n/))}${closing}`
  const lead = html`<p><strong>${item.summary}</strong></p>`
  if (whole !== undefined && whole.html !== '') return html`${lead}${trusted(styled(whole.html))}`
  const appointment = item.event === null ? [] : eventLines(item.event, item.locale)
  return html`${lead}${paragraphs(appointment)}${closing}`
}

/** Mails have no style sheet: headings below the title's size, tables with their lines. */
const styled = (source: string): string =>
  source
    .replaceAll('<h2>', '<h2 style="font-size:20px;line-height:1.3">')
    .replaceAll('<h3>', '<h3 style="font-size:17px;line-height:1.3">')
    .replaceAll('<table>', '<table border="1" cellpadding="6" style="border-collapse:collapse">')

function filesOf({ item: { locale }, options: { whole }, picture, attached }: Letter): Html {
  const t = translator(locale, 'terms')
  const all = whole?.files ?? []
  const list = (heading: string, files: readonly Pick<ItemFile, 'url' | 'name'>[]) =>
    files.length > 0 &&
    html`<p><strong>${heading}</strong></p><ul>${files.map(({ url, name }) => html`<li><a href="${url}"><bdi>${name}</bdi></a></li>`)}</ul>`
  const pictures =
    picture === null ? [] : [{ url: picture.url, name: `${t('press.picture')}: ${picture.alt}` }]
  return html`${list(t('press.attached'), [...pictures, ...attached])}${list(
    t('press.downloads'),
    all.filter((file) => !attached.includes(file)),
  )}`
}

function textOf(letter: Letter): string {
  const { item, options, replyTo } = letter
  const t = translator(item.locale, 'terms')
  const written = [
    noticeOf(item, options),
    headOf(item, options),
    oneLine(item.title),
    textOfHtml(bodyOf(letter).source),
    // What was withdrawn is not to be read there any more.
    options.change === 'withdrawn' ? '' : `${t('press.online')}\n${item.url}`,
    textOfHtml(filesOf(letter).source),
    t('press.contact', { address: replyTo }),
  ]
  // A word joiner keeps two braces from being taken for a placeholder.
  const safe = written.filter((part) => part !== '').map((part) => part.replaceAll('{{', '{\u2060{'))
  return [...safe, `${t('press.leave')}\n{{unsubscribe_url}}`].join('\n\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
