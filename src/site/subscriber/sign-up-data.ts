import { z } from 'zod'

import { frequencies, readChoices, type SignUpField } from '../../audience/choices.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { ageOf, formToken } from '../../audience/form-token.ts'
import { newChallenge } from '../../audience/proof-of-work.ts'
import { siteUrl } from '../../content/site-url.ts'
import { directionOf, endonymOf } from '../../i18n/locales.ts'
import { loadSite } from '../load-site.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import { privately } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { contextFor, type Visit } from '../visit.ts'
import { loadOffer } from './load-offer.ts'
import { askByMail, mayAsk } from './may-ask.ts'
import { readBody } from './read-form.ts'
import { frequencyHint, signUpError } from './sign-up-form.ts'

/** Any site may ask, and nothing of the reader's browser comes along. */
const forAnySite = { 'Access-Control-Allow-Origin': '*' } as const

const answer = (data: unknown, status = 200): Response =>
  Response.json(data, { status, headers: { ...privately, ...forAnySite } })

/** What a browser asks before it lets another site's page send JSON here. */
export const answerMayAsk = async (): Promise<Response> =>
  new Response(null, {
    status: 204,
    headers: {
      ...forAnySite,
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': '86400',
    },
  })

/** `/subscribe.json`: all that a form on somebody else's site needs, in the language of `?locale=` or the browser's. */
export async function answerOffer(visit: Visit): Promise<Response> {
  const { payload, request, now } = visit
  const locale = new URL(request.url).searchParams.get('locale')
  const context = locale === null ? await contextFor(visit) : await loadSite(payload, locale)
  if (context === null) return answer({ error: locale === null ? 'not-set-up' : 'unknown-locale' }, 404)
  const { locales, topics, countries } = await loadOffer(payload, context)
  const newsletters = await loadNewsletters(payload, context.locale)
  const { text, version } = consentWording(context.locale, context.network.name)
  return answer({
    locale: context.locale,
    direction: context.direction,
    newsletters: newsletters.map(({ id, slug, name, description }) => ({ id, slug, name, description })),
    languages: locales.map((each) => ({ locale: each, name: endonymOf(each), direction: directionOf(each) })),
    topics,
    countries,
    frequencies: frequencies.map((id) => ({
      id,
      label: context.terms(`frequency.${id}`),
      hint: frequencyHint(context, id),
    })),
    consent: { text, version },
    privacyUrl: siteUrl(`/${context.locale}/pages/privacy`),
    texts: textsFor(context),
    form: formToken(now),
    challenge: await newChallenge(now),
  })
}

const shownFields = [
  'email',
  'newsletters',
  'locale',
  'further',
  'frequency',
  'topics',
  'countries',
  'consent',
] as const satisfies readonly SignUpField[]

const textsFor = (context: SiteContext) => {
  const { t } = context
  return {
    title: t('subscribe.title'),
    intro: t('subscribe.intro'),
    email: t('subscribe.email'),
    emailHint: t('subscribe.emailHint'),
    newsletters: t('subscribe.newsletters'),
    locale: t('subscribe.locale'),
    second: t('subscribe.second'),
    noSecond: t('subscribe.noSecond'),
    more: t('subscribe.more'),
    frequency: t('subscribe.frequency'),
    topics: t('fact.topics'),
    countries: t('subscribe.countries'),
    all: t('subscribe.allHint'),
    noTracking: t('subscribe.noTracking'),
    privacy: t('subscribe.privacy'),
    button: t('signUp.button'),
    working: t('subscribe.working'),
    sentTitle: t('subscribeSent.title'),
    sent: t('subscribeSent.text'),
    tooMany: t('subscribe.tooMany'),
    stale: t('subscribe.error.stale'),
    failed: t('subscribe.failed'),
    errors: Object.fromEntries(shownFields.map((field) => [field, signUpError(context, field)])),
  }
}

/** `consent` names the version of the words that were shown. `page` is the language that they were shown in. */
const sent = z.object({
  email: z.string(),
  page: z.string(),
  locale: z.string(),
  further: z.array(z.string()).default([]),
  newsletters: z.array(z.string()),
  frequency: z.string().default('every-issue'),
  topics: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
  consent: z.string(),
  form: z.string(),
  proof: z.string().default(''),
})

/** The answer is one and the same, as on the page; what is wrong is named by field. */
export async function answerSignUpData(visit: Visit): Promise<Response> {
  const body = await readBody(visit.request)
  const parsed = sent.safeParse(body === null ? null : parseJson(body))
  if (!parsed.success) return refused(['body'])
  const { page, consent, form, proof, ...fields } = parsed.data
  const context = await loadSite(visit.payload, page)
  if (context === null) return refused(['page'])
  const { version } = consentWording(context.locale, context.network.name)
  const read = readChoices(
    { ...fields, consent: consent === version },
    await loadOffer(visit.payload, context),
  )
  if ('wrong' in read) return refused(read.wrong)
  const age = ageOf(form, visit.now)
  if (age === 'stale') return refused(['form'])
  if (!(await mayAsk(visit, proof))) return answer({ error: 'too-many-requests' }, 429)
  if (age === 'fine') askByMail(visit, read.choices)
  return answer({ state: 'asked' }, 202)
}

const refused = (fields: readonly string[]): Response => answer({ error: 'invalid', fields }, 422)

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
