import { consentWording } from '../../audience/consent-wording.ts'
import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { readPreferencesToken } from '../../audience/links.ts'
import { savePreferences } from '../../audience/preferences.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { notFoundPage } from '../not-found.ts'
import { privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import { loadOffer } from './load-offer.ts'
import { contextOf } from './own-language.ts'
import { donePage } from './plain-pages.ts'
import { type PreferencesForm, preferencesPage } from './preferences-page.ts'
import { readForm, textOf, textsOf } from './read-form.ts'
import { reordered } from './reordered.ts'

interface Named {
  readonly token: string
}

interface Settings {
  readonly subscriber: Subscriber
  readonly context: SiteContext
  readonly form: PreferencesForm
}

export async function answerPreferencesForm(visit: Visit, { token }: Named): Promise<Response> {
  const settings = await read(visit, token)
  return settings === null
    ? unknown(visit)
    : privateResponse(settings.context, preferencesPage(settings.context, settings.form))
}

/** One of the form's buttons was pressed. Only saving, leaving and erasing for good change anything. */
export async function answerPreferences(visit: Visit, { token }: Named): Promise<Response> {
  const sent = await readForm(visit.request)
  if (sent === null) return new Response(null, { status: 415, headers: privately })
  const settings = await read(visit, token)
  if (settings === null) return unknown(visit)
  const { context, subscriber } = settings
  const form = asSent(settings, sent)
  const show = (shown: Partial<PreferencesForm>, status = 200) =>
    privateResponse(context, preferencesPage(context, { ...form, ...shown }), status)

  const action = textOf(sent, 'action')
  switch (action) {
    case 'save':
      return save(visit, { ...settings, form }, token)
    case 'leave':
      return leaveAll(visit, settings)
    case 'erase':
      return show({ state: 'erase' })
    case 'keep':
      return show({ state: 'as-stored' })
    case 'erase-for-good':
      return erase(visit, context, subscriber)
    default:
      return show({
        state: 'unsaved',
        locales: reordered(form.locales, action, textOf(sent, 'add'), context.locales),
      })
  }
}

async function read(visit: Visit, token: string): Promise<Settings | null> {
  const id = readPreferencesToken(token)
  const subscriber = id === null ? null : await findSubscriber(id, databaseOf(visit.payload))
  if (subscriber === null) return null
  const context = await contextOf(visit, subscriber)
  const { newsletters } = await loadOffer(visit.payload, context)
  const paused =
    subscriber.pausedUntil !== null && subscriber.pausedUntil > visit.now ? subscriber.pausedUntil : null
  return {
    subscriber,
    context,
    form: {
      subscriber,
      newsletters,
      wording: consentWording(context.locale, context.network.name),
      locales: [subscriber.locale, ...subscriber.furtherLocales],
      newsletterIds: subscriber.newsletterIds,
      pausedUntil: paused === null ? '' : dayOf(paused),
      tomorrow: dayOf(new Date(visit.now.getTime() + DAY_MS)),
      state: 'as-stored',
      wrong: [],
    },
  }
}

const DAY_MS = 24 * 3_600_000
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** The form as the person has it before them. Letters that it does not show, for want of a name in this language, stay as they are. */
function asSent({ context, form }: Settings, sent: FormData): PreferencesForm {
  const offered = (locale: string): locale is Locale => isLocale(locale) && context.locales.includes(locale)
  const known = new Set(form.newsletters.map(({ id }) => id))
  return {
    ...form,
    locales: [...new Set(textsOf(sent, 'locales').filter(offered))],
    newsletterIds: [
      ...new Set(textsOf(sent, 'newsletters').filter((id) => known.has(id))),
      ...form.newsletterIds.filter((id) => !known.has(id)),
    ],
    pausedUntil: textOf(sent, 'pause'),
  }
}

async function save(visit: Visit, { context, form, subscriber }: Settings, token: string): Promise<Response> {
  const { now, payload } = visit
  const [first, ...others] = form.locales
  const pausedUntil = pauseEnd(form.pausedUntil)
  const pauseIsWrong = pausedUntil === 'wrong' || (pausedUntil !== null && pausedUntil <= now)
  if (first === undefined || pausedUntil === 'wrong' || pauseIsWrong) {
    const wrong = [first === undefined && ('locales' as const), pauseIsWrong && ('pause' as const)].filter(
      (field) => field !== false,
    )
    return privateResponse(context, preferencesPage(context, { ...form, state: 'unsaved', wrong }), 422)
  }
  const wanted = {
    ...subscriber,
    locales: [first, ...others] as const,
    newsletterIds: form.newsletterIds,
    pausedUntil,
  }
  await inTransaction(payload, (transaction) =>
    savePreferences(subscriber, wanted, { wording: form.wording, now }, transaction),
  )
  // Read anew, since the page may speak another language from here on.
  const stored = await read(visit, token)
  if (stored === null) return unknown(visit)
  return privateResponse(stored.context, preferencesPage(stored.context, { ...stored.form, state: 'saved' }))
}

/** Null: no pause. The day itself is no longer paused. */
function pauseEnd(day: string): Date | null | 'wrong' {
  if (day === '') return null
  const end = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(end.getTime()) ? end : 'wrong'
}

async function leaveAll({ now, payload }: Visit, { context, subscriber }: Settings): Promise<Response> {
  const { id, newsletterIds } = subscriber
  const ending = { subscriberId: id, newsletterIds, how: 'preferences', locale: context.locale, now } as const
  await inTransaction(payload, (transaction) => endSubscriptions(ending, transaction))
  const { t } = context
  return privateResponse(
    context,
    donePage(context, { title: t('preferences.leftTitle'), text: t('preferences.left'), mood: 'done' }),
  )
}

async function erase(
  { now, payload }: Visit,
  context: SiteContext,
  subscriber: Subscriber,
): Promise<Response> {
  await inTransaction(payload, (transaction) => eraseSubscriber(subscriber, now, transaction))
  const { t } = context
  return privateResponse(
    context,
    donePage(context, { title: t('preferences.erasedTitle'), text: t('preferences.erased'), mood: 'done' }),
  )
}

/** A link that was tampered with and one of a person who has left look the same. */
async function unknown(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  return privateResponse(context, notFoundPage(context), 404)
}
