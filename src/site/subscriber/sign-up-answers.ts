import { z } from 'zod'

import {
  type Choices,
  type Offer,
  readChoices,
  type SignUpField,
  type SignUpFields,
} from '../../audience/choices.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { ageOf, formToken } from '../../audience/form-token.ts'
import { isWithinLimit, overall, perNetwork } from '../../audience/rate-limit.ts'
import { requestSubscription } from '../../audience/request-subscription.ts'
import { databaseOf } from '../../database/database.ts'
import type { Html } from '../html.ts'
import { pageResponse, privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { contextFor, inLocale, type Visit } from '../visit.ts'
import { loadOffer } from './load-offer.ts'
import { readBody, readForm, textOf, textsOf } from './read-form.ts'
import { signUpPage, signUpSentPage, tooManyPage } from './sign-up-page.ts'
import { sendSubscriptionMail } from './subscription-mail.ts'

interface InLocale {
  readonly locale: string
}

const empty = (offer: Offer, context: SiteContext): SignUpFields => ({
  email: '',
  locale: context.locale,
  second: '',
  // With one newsletter there is nothing to choose; with several nobody is signed up to what they did not tick.
  newsletters: offer.newsletters.length === 1 ? offer.newsletters.map(({ id }) => id) : [],
  frequency: 'every-issue',
  topics: [],
  countries: [],
  consent: false,
})

interface Shown {
  readonly fields: SignUpFields
  readonly wrong?: readonly SignUpField[]
  readonly stale?: boolean
  /** The token that the form came with: correcting a field takes no longer than it takes. @default a new one */
  readonly token?: string
}

const formWith = (visit: Visit, context: SiteContext, offer: Offer, shown: Shown): Html =>
  signUpPage(context, {
    offer,
    fields: shown.fields,
    wrong: shown.wrong ?? [],
    stale: shown.stale ?? false,
    wording: consentWording(context.locale, context.network.name),
    formToken: shown.token ?? formToken(visit.now),
  })

export const answerSignUpForm = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const offer = await loadOffer(visit.payload, context)
    // The form holds a token of this very moment, so no cache may keep it.
    return privateResponse(context, formWith(visit, context, offer, { fields: empty(offer, context) }))
  })

export const answerSignUpSent = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => pageResponse(visit.request, context, signUpSentPage(context)))

/** The form was sent. Whatever becomes of it, and whoever is behind the address, the answer is the same. */
export const answerSignUp = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const form = await readForm(visit.request)
    if (form === null) return new Response(null, { status: 415 })
    const offer = await loadOffer(visit.payload, context)
    const fields = fieldsOf(form)
    if (textOf(form, 'step') === 'start') {
      const started = { ...empty(offer, context), email: fields.email, locale: fields.locale }
      return privateResponse(context, formWith(visit, context, offer, { fields: started }))
    }

    const read = readChoices(fields, offer)
    const token = textOf(form, 'form')
    const age = ageOf(token, visit.now)
    if ('wrong' in read)
      return privateResponse(
        context,
        formWith(visit, context, offer, { fields, wrong: read.wrong, ...(age !== 'stale' && { token }) }),
        422,
      )
    if (age === 'stale')
      return privateResponse(context, formWith(visit, context, offer, { fields, stale: true }), 422)
    if (!(await mayAsk(visit))) return privateResponse(context, tooManyPage(context), 429)

    const isPerson = age === 'fine' && textOf(form, 'website') === ''
    if (isPerson) askByMail(visit, read.choices)
    return new Response(null, {
      status: 303,
      headers: { ...privately, Location: `/${context.locale}/subscribe/sent` },
    })
  })

const fieldsOf = (form: FormData): SignUpFields => ({
  email: textOf(form, 'email'),
  locale: textOf(form, 'locale'),
  second: textOf(form, 'second'),
  newsletters: textsOf(form, 'newsletters'),
  // The short form on other pages does not ask.
  frequency: textOf(form, 'frequency') || 'every-issue',
  topics: textsOf(form, 'topics'),
  countries: textsOf(form, 'countries'),
  consent: textOf(form, 'consent') === 'yes',
})

async function mayAsk({ payload, request, now }: Visit): Promise<boolean> {
  const database = databaseOf(payload)
  const address = request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? null
  return (
    (await isWithinLimit(perNetwork(address), now, database)) && (await isWithinLimit(overall, now, database))
  )
}

/** After the answer has left: looking the address up and sending a mail take time that would tell who is known. */
function askByMail(visit: Visit, choices: Choices): void {
  const { payload, now } = visit
  visit.later(() =>
    requestSubscription(choices, {
      database: databaseOf(payload),
      now,
      send: (mail) => sendSubscriptionMail(visit, mail),
    }),
  )
}

/** `/subscribe.json`: the same for a form on somebody else's site, in the language of `?locale=`. */
export async function answerOffer(visit: Visit): Promise<Response> {
  const context = await contextFor(visit)
  if (context === null) return Response.json({ error: 'not-set-up' }, { status: 503 })
  return inLocale(visit, localeOf(visit) ?? context.locale, async (wanted) => {
    const { newsletters, locales } = await loadOffer(visit.payload, wanted)
    const { text, version } = consentWording(wanted.locale, wanted.network.name)
    return Response.json(
      { locale: wanted.locale, newsletters, locales, consent: { text, version }, form: formToken(visit.now) },
      { headers: privately },
    )
  })
}

const localeOf = ({ request }: Visit): string | null => new URL(request.url).searchParams.get('locale')

/** `consent` names the version of the words that were shown. `page` is the language that they were shown in. */
const sent = z.object({
  email: z.string(),
  page: z.string(),
  locale: z.string(),
  second: z.string().default(''),
  newsletters: z.array(z.string()),
  frequency: z.string().default('every-issue'),
  topics: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
  consent: z.string(),
  form: z.string(),
})

/** The answer is one and the same, as on the page; what is wrong is named by field. */
export async function answerSignUpData(visit: Visit): Promise<Response> {
  const body = await readBody(visit.request)
  const parsed = sent.safeParse(body === null ? null : parseJson(body))
  if (!parsed.success) return refused(['body'])
  const { page, consent, form, ...fields } = parsed.data
  return inLocale(visit, page, async (context) => {
    const { version } = consentWording(context.locale, context.network.name)
    const read = readChoices(
      { ...fields, consent: consent === version },
      await loadOffer(visit.payload, context),
    )
    if ('wrong' in read) return refused(read.wrong)
    const age = ageOf(form, visit.now)
    if (age === 'stale') return refused(['form'])
    if (!(await mayAsk(visit)))
      return Response.json({ error: 'too-many-requests' }, { status: 429, headers: privately })
    if (age === 'fine') askByMail(visit, read.choices)
    return Response.json({ state: 'asked' }, { status: 202, headers: privately })
  })
}

const refused = (fields: readonly string[]): Response =>
  Response.json({ error: 'invalid', fields }, { status: 422, headers: privately })

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
