import type { Offer, SignUpField, SignUpFields } from '../../audience/choices.ts'
import { readChoices } from '../../audience/choices.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { ageOf, formToken } from '../../audience/form-token.ts'
import { newChallenge } from '../../audience/proof-of-work.ts'
import type { Html } from '../../content/markup/html.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import { framedResponse, pageResponse, privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { inLocale, type Visit } from '../visit.ts'
import { loadOffer } from './load-offer.ts'
import { askByMail, mayAsk } from './may-ask.ts'
import { readForm, textOf, textsOf } from './read-form.ts'
import { type Place, signUpPage, signUpPath, signUpSentPage, tooManyPage } from './sign-up-page.ts'

interface InLocale {
  readonly locale: string
}

/** With one newsletter there is nothing to choose; with several nobody is signed up to what they did not tick. */
const empty = (offer: Offer, context: SiteContext): SignUpFields => ({
  email: '',
  locale: context.locale,
  further: [],
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

/** The form, in a page of ours and in a frame on somebody else's. */
const answersAt = (place: Place) => {
  const respond = place === 'page' ? privateResponse : framedResponse

  const formWith = async ({ now }: Visit, context: SiteContext, offer: Offer, shown: Shown): Promise<Html> =>
    signUpPage(
      context,
      {
        offer,
        fields: shown.fields,
        wrong: shown.wrong ?? [],
        stale: shown.stale ?? false,
        wording: consentWording(context.locale, context.network.name),
        formToken: shown.token ?? formToken(now),
        challenge: await newChallenge(now),
      },
      place,
    )

  return {
    form: (visit: Visit, { locale }: InLocale): Promise<Response> =>
      inLocale(visit, locale, async (context) => {
        const offer = await loadOffer(visit.payload, context)
        const newsletters = await namedNewsletters(visit, context)
        const fields = { ...empty(offer, context), ...(newsletters.length > 0 && { newsletters }) }
        // The form holds a token of this very moment, so no cache may keep it.
        return respond(context, await formWith(visit, context, offer, { fields }))
      }),

    sent: (visit: Visit, { locale }: InLocale): Promise<Response> =>
      inLocale(visit, locale, async (context) => {
        const page = signUpSentPage(context, place)
        return place === 'page' ? pageResponse(visit.request, context, page) : framedResponse(context, page)
      }),

    /** Whatever becomes of it, and whoever is behind the address, the answer is the same. */
    signUp: (visit: Visit, { locale }: InLocale): Promise<Response> =>
      inLocale(visit, locale, async (context) => {
        const form = await readForm(visit.request)
        if (form === null) return new Response(null, { status: 415 })
        const offer = await loadOffer(visit.payload, context)
        const fields = fieldsOf(form)
        if (textOf(form, 'step') === 'start') {
          const { newsletters } = fields
          const given = {
            email: fields.email,
            locale: fields.locale,
            ...(newsletters.length > 0 && { newsletters }),
          }
          const started = { ...empty(offer, context), ...given }
          return respond(context, await formWith(visit, context, offer, { fields: started }))
        }

        const read = readChoices(fields, offer)
        const token = textOf(form, 'form')
        const age = ageOf(token, visit.now)
        if ('wrong' in read) {
          const shown = { fields, wrong: read.wrong, ...(age !== 'stale' && { token }) }
          return respond(context, await formWith(visit, context, offer, shown), 422)
        }
        if (age === 'stale')
          return respond(context, await formWith(visit, context, offer, { fields, stale: true }), 422)
        if (!(await mayAsk(visit, textOf(form, 'proof'))))
          return respond(context, tooManyPage(context, place), 429)

        const isPerson = age === 'fine' && textOf(form, 'website') === ''
        if (isPerson) askByMail(visit, read.choices)
        return new Response(null, {
          status: 303,
          headers: { ...privately, Location: `${signUpPath(context, place)}/sent` },
        })
      }),
  }
}

export const { form: answerSignUpForm, sent: answerSignUpSent, signUp: answerSignUp } = answersAt('page')
export const {
  form: answerFramedForm,
  sent: answerFramedSent,
  signUp: answerFramedSignUp,
} = answersAt('frame')

/** `?newsletter=`, by id or by its name in the address: what a link or a frame wants ticked from the start. */
async function namedNewsletters({ payload, request }: Visit, { locale }: SiteContext): Promise<string[]> {
  const named = new URL(request.url).searchParams.getAll('newsletter')
  if (named.length === 0) return []
  const newsletters = await loadNewsletters(payload, locale)
  return newsletters.filter(({ id, slug }) => named.includes(id) || named.includes(slug)).map(({ id }) => id)
}

const fieldsOf = (form: FormData): SignUpFields => ({
  email: textOf(form, 'email'),
  locale: textOf(form, 'locale'),
  further: textsOf(form, 'further'),
  newsletters: textsOf(form, 'newsletters'),
  // The short form on other pages does not ask.
  frequency: textOf(form, 'frequency') || 'every-issue',
  topics: textsOf(form, 'topics'),
  countries: textsOf(form, 'countries'),
  consent: textOf(form, 'consent') === 'yes',
})
