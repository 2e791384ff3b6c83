import { confirmQuestion } from '../../../emails/question.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import { ageOf, formToken } from '../../audience/form-token.ts'
import { newChallenge } from '../../audience/proof-of-work.ts'
import type { Asked } from '../../audience/questions/question.ts'
import { questionLink } from '../../audience/questions/question-token.ts'
import { questionWording } from '../../audience/questions/question-wording.ts'
import { type QuestionFields, readQuestion } from '../../audience/questions/read-question.ts'
import { requestQuestion } from '../../audience/questions/request-question.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { databaseOf } from '../../database/database.ts'
import { loadSite } from '../load-site.ts'
import { strip } from '../picture.ts'
import { pageResponse, privately, privateResponse } from '../responses.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { loadOffer } from '../subscriber/load-offer.ts'
import { mailPerson } from '../subscriber/mail-person.ts'
import { mayAsk } from '../subscriber/may-ask.ts'
import { donePage } from '../subscriber/plain-pages.ts'
import { readForm, textOf, textsOf } from '../subscriber/read-form.ts'
import { proofScript } from '../subscriber/sign-up-page.ts'
import { inLocale, type Visit } from '../visit.ts'
import { type AskForm, askForm } from './ask-form.ts'

interface InLocale {
  readonly locale: string
}

const empty = ({ locale }: SiteContext): QuestionFields => ({
  question: '',
  topic: '',
  country: '',
  locale,
  further: [],
  name: '',
  email: '',
  consent: false,
})

const fieldsOf = (form: FormData): QuestionFields => ({
  question: textOf(form, 'question'),
  topic: textOf(form, 'topic'),
  country: textOf(form, 'country'),
  locale: textOf(form, 'locale'),
  further: textsOf(form, 'further'),
  name: textOf(form, 'name'),
  email: textOf(form, 'email'),
  consent: textOf(form, 'consent') === 'yes',
})

/** `/{locale}/ask`: the form of the info line. It holds a token of this very moment, so no cache may keep it. */
export const answerAskForm = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) =>
    privateResponse(context, await pageWith(visit, context, { fields: empty(context) })),
  )

/** The form was sent. Whatever becomes of it, and whoever is behind the address, the answer is the same. */
export const answerAsk = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const form = await readForm(visit.request)
    if (form === null) return new Response(null, { status: 415 })
    const fields = fieldsOf(form)
    const token = textOf(form, 'form')
    const age = ageOf(token, visit.now)
    const again = async (shown: Omit<Shown, 'fields' | 'token'>) =>
      privateResponse(
        context,
        await pageWith(visit, context, { ...shown, fields, ...(age !== 'stale' && { token }) }),
        422,
      )
    const read = readQuestion(fields, await loadOffer(visit.payload, context))
    if ('wrong' in read) return again({ wrong: read.wrong })
    const link = questionLink(read.asked, visit.now)
    if (link === null) return again({ wrong: ['question'], tooLong: true })
    // A page that was open for too long is only said where nothing else is to be corrected.
    if (age === 'stale') return again({ stale: true })
    if (!(await mayAsk(visit, textOf(form, 'proof')))) return privateResponse(context, tooMany(context), 429)

    const isPerson = age === 'fine' && textOf(form, 'website') === ''
    if (isPerson) askByMail(visit, read.asked, link)
    return new Response(null, {
      status: 303,
      headers: { ...privately, Location: `/${context.locale}/ask/sent` },
    })
  })

/** The same words for everybody, whatever became of the question. */
export const answerAskSent = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { t } = context
    const page = donePage(context, {
      title: t('subscribeSent.title'),
      text: t('ask.sent'),
      mood: 'done',
      more: html`<ul><li>${t('subscribeSent.expires', { count: CONFIRMATION_HOURS })}</li><li>${t('subscribeSent.spam')}</li></ul>`,
    })
    return pageResponse(visit.request, context, page)
  })

interface Shown {
  readonly fields: QuestionFields
  readonly wrong?: AskForm['wrong']
  readonly tooLong?: boolean
  readonly stale?: boolean
  /** The token that the form came with: correcting a field takes no longer than it takes. @default a new one */
  readonly token?: string
}

async function pageWith(
  { payload, now }: Visit,
  context: SiteContext,
  { fields, wrong = [], tooLong = false, stale = false, token = formToken(now) }: Shown,
): Promise<Html> {
  const { locales, t } = context
  const title = t('ask.title')
  const body = askForm(
    context,
    {
      offer: await loadOffer(payload, context),
      fields,
      wrong,
      tooLong,
      stale,
      wording: questionWording(context.locale, context.network.name),
      formToken: token,
      challenge: await newChallenge(now),
    },
    html`<h1>${title}</h1><p class="intro">${t('ask.intro')} <a href="/${context.locale}/faq">${t('faq.title')}</a></p>`,
  )
  return document(context, {
    title: wrong.length > 0 || stale ? t('form.errorTitle', { title }) : title,
    description: t('ask.intro'),
    main: html`${strip}<main id="main" class="wrap"><div class="form">${body}</div></main>`,
    alternates: Object.fromEntries(locales.map((other) => [other, `/${other}/ask`])),
    head: proofScript,
  })
}

const tooMany = (context: SiteContext): Html =>
  donePage(context, {
    title: context.t('subscribe.tooManyTitle'),
    text: context.t('ask.tooMany'),
    mood: 'sorry',
  })

/** After the answer has left. Nothing that was typed is in the mail: nobody can have us write their words to others. */
function askByMail(visit: Visit, asked: Asked, link: string): void {
  const { payload, now } = visit
  visit.later(() =>
    requestQuestion(asked, {
      database: databaseOf(payload),
      now,
      send: async () => {
        const context = await loadSite(payload, asked.locale)
        if (context === null)
          throw new Error(`a question was asked in ${asked.locale}, which the network does not speak`)
        await mailPerson(visit, context, asked.address.address, (shared, texts) =>
          confirmQuestion({ ...shared, confirmUrl: link, validDays: CONFIRMATION_HOURS / 24 }, texts),
        )
      },
    }),
  )
}
