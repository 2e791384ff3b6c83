import type { Payload } from 'payload'

import { type NoticeGroup, noticeMail } from '../../../emails/notice.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import type { PublishedItem } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { languageOf, letterAcknowledgements, letterItem } from '../../newsletter/letter-parts.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { type FollowedNews, followedNews, type Gone } from './followed-news.ts'
import { personalFrame } from './personal-frame.ts'
import { type PersonalMail, type PlannedMail, personalMail } from './personal-mail.ts'
import type { NoticeReason } from './plan-notices.ts'

/** More than this in full, and mail programs cut the mail off. */
const MAX_SHOWN = 12
/** More than this by name, and nobody reads them. */
const MAX_NAMED = 60

/** Makes a notice of what is still to be told, in the languages that its person reads now. */
export async function renderNotice(
  payload: Payload,
  { subscriberId, items }: PlannedMail,
): Promise<PersonalMail | { readonly skip: 'unsubscribed' | 'nothing-left' }> {
  const subscriber = await findSubscriber(subscriberId, databaseOf(payload))
  if (subscriber === null) return { skip: 'unsubscribed' }
  const frame = await personalFrame(payload, [subscriber.locale, ...subscriber.furtherLocales])
  const news = await followedNews(payload, subscriber, items, frame.spoken)
  const gone = news.gone.map(({ title, titleLocale }) => ({ title, locale: titleLocale }))
  const all = [...news.changed, ...news.fresh, ...gone]
  if (all.length === 0) return { skip: 'nothing-left' }

  const texts = textsIn(frame.locale)
  const { t } = texts
  // An inbox shows no language beside a title: one that is not the mail's has no place there.
  const first = all.find(({ locale }) => locale === frame.locale)
  const shown = [...news.changed, ...news.fresh].slice(0, MAX_SHOWN)
  const template = noticeMail(
    {
      ...frame,
      subject: first === undefined ? t('notice.list') : t('notice.subject', { title: first.title }),
      preheader: t('notice.preheader', { count: all.length }),
      title: t('notice.list'),
      groups: [
        groupOf(t('notice.changed'), news.changed, shown),
        groupOf(t('notice.new'), news.fresh, shown),
        goneGroup(t('notice.gone'), news.gone),
      ],
      remark: null,
      acknowledgements: letterAcknowledgements(
        frame.locale,
        shown.flatMap((item) => item.acknowledgements),
      ),
    },
    texts,
  )
  return personalMail(frame, template, { listName: t('notice.list'), items: toldOf(news) })
}

function groupOf(
  heading: string,
  all: readonly PublishedItem[],
  shown: readonly PublishedItem[],
): NoticeGroup {
  const rest = all.filter((item) => !shown.includes(item))
  return {
    heading,
    items: all.filter((item) => shown.includes(item)).map((item) => letterItem(item, item.locale)),
    names: rest
      .slice(0, MAX_NAMED)
      .map(({ title, locale, url }) => ({ text: title, language: languageOf(locale), url })),
    more: Math.max(0, rest.length - MAX_NAMED),
  }
}

const goneGroup = (heading: string, gone: readonly Gone[]): NoticeGroup => ({
  heading,
  items: [],
  names: gone
    .slice(0, MAX_NAMED)
    .map(({ title, titleLocale }) => ({ text: title, language: languageOf(titleLocale), url: null })),
  more: Math.max(0, gone.length - MAX_NAMED),
})

const toldOf = ({ changed, fresh, gone }: FollowedNews): PlannedMail['items'] => [
  ...told(changed, 'changed'),
  ...told(fresh, 'new'),
  ...told(gone, 'withdrawn'),
]

const told = (
  items: readonly Pick<PublishedItem, 'collection' | 'id' | 'locale'>[],
  why: NoticeReason,
): PlannedMail['items'] => items.map(({ collection, id, locale }) => ({ collection, id, locale, why }))
