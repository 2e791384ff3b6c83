import type { Choices } from '../../audience/choices.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import { ageOf, formToken } from '../../audience/form-token.ts'
import { newChallenge } from '../../audience/proof-of-work.ts'
import { requestSubscription } from '../../audience/request-subscription.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { databaseOf } from '../../database/database.ts'
import { pageResponse, privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { mayAsk } from '../subscriber/may-ask.ts'
import { donePage } from '../subscriber/plain-pages.ts'
import { readForm, textOf } from '../subscriber/read-form.ts'
import { inLocale, type Visit } from '../visit.ts'
import { readItemName } from './follow-address.ts'
import { sendFollowMail } from './follow-mail.ts'
import { followPage } from './follow-page.ts'
import { type Followable, loadFollowable } from './load-followable.ts'
import { namedFollows } from './named-follows.ts'
import { followFieldsOf, noFields, readFollow } from './read-follow.ts'

interface InLocale {
  readonly locale: string
}

/** `/{locale}/follow?item=…`: where one item can be followed. Null, and so "not found", for what is not public. */
export const answerFollowForm = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const item = await followableOf(visit, context, new URL(visit.request.url).searchParams.get('item') ?? '')
    if (item === null) return null
    const form = {
      item,
      fields: noFields,
      wrong: [],
      stale: false,
      formToken: formToken(visit.now),
      challenge: await newChallenge(visit.now),
    }
    return privateResponse(context, followPage(context, form))
  })

/** The form was sent. Whatever becomes of it, and whoever is behind the address, the answer is the same. */
export const answerFollow = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const form = await readForm(visit.request)
    if (form === null) return new Response(null, { status: 415 })
    const item = await followableOf(visit, context, textOf(form, 'item'))
    if (item === null) return null
    const fields = followFieldsOf(form)
    const read = readFollow(fields, item, context.locale)
    const token = textOf(form, 'form')
    const age = ageOf(token, visit.now)
    const wrong = 'wrong' in read ? read.wrong : []
    if ('wrong' in read || age === 'stale') {
      const again = age === 'stale' ? formToken(visit.now) : token
      // A page that was open for too long is only said where nothing else is to be corrected.
      const shown = {
        item,
        fields,
        wrong,
        stale: wrong.length === 0,
        formToken: again,
        challenge: await newChallenge(visit.now),
      }
      return privateResponse(context, followPage(context, shown), 422)
    }
    if (!(await mayAsk(visit, textOf(form, 'proof')))) return privateResponse(context, tooMany(context), 429)

    const isPerson = age === 'fine' && textOf(form, 'website') === ''
    if (isPerson) askByMail(visit, context, read.choices)
    return new Response(null, {
      status: 303,
      headers: { ...privately, Location: `/${context.locale}/follow/sent` },
    })
  })

export const answerFollowSent = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { t } = context
    const more = html`<ul><li>${t('subscribeSent.expires', { count: CONFIRMATION_HOURS })}</li><li>${t('subscribeSent.spam')}</li></ul>`
    const page = donePage(context, {
      title: t('subscribeSent.title'),
      text: t('subscribeSent.text'),
      mood: 'done',
      more,
    })
    return pageResponse(visit.request, context, page)
  })

async function followableOf(visit: Visit, context: SiteContext, name: string): Promise<Followable | null> {
  const reference = readItemName(name)
  return reference === null ? null : loadFollowable(visit.payload, context, reference, visit.now)
}

const tooMany = (context: SiteContext): Html =>
  donePage(context, {
    title: context.t('subscribe.tooManyTitle'),
    text: context.t('subscribe.tooMany'),
    mood: 'sorry',
  })

/** After the answer has left: looking the address up and sending a mail take time that would tell who is known. */
function askByMail(visit: Visit, context: SiteContext, choices: Choices): void {
  const { payload, now } = visit
  visit.later(async () => {
    const named = await namedFollows(payload, context, choices.follows, now)
    if (named === null) return
    await requestSubscription(choices, {
      database: databaseOf(payload),
      now,
      send: (mail) => sendFollowMail(visit, context, named, mail),
    })
  })
}
