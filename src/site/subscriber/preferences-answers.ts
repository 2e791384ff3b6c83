import { myDataLink } from '../../../emails/my-data-link.ts'
import { canonicalAddress } from '../../audience/canonical-address.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { preferencesPath, readPreferencesToken } from '../../audience/links.ts'
import { MY_DATA_MINUTES, myDataUrl } from '../../audience/my-data-token.ts'
import { savePreferences } from '../../audience/preferences.ts'
import { isWithinLimit, perPerson } from '../../audience/rate-limit.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { isBarred } from '../../audience/suppression.ts'
import { html } from '../../content/markup/html.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { notFoundPage } from '../not-found.ts'
import { privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import { askOldAddress } from './change-address-answers.ts'
import { loadPreferences } from './load-preferences.ts'
import { mailPerson } from './mail-person.ts'
import { contextOf } from './own-language.ts'
import { donePage } from './plain-pages.ts'
import { dayOf, fieldsOf, fieldsSent } from './preferences-fields.ts'
import type { PreferencesForm, PreferencesNotice } from './preferences-form.ts'
import { preferencesPage } from './preferences-page.ts'
import { readForm, textOf } from './read-form.ts'
import { readPreferences } from './read-preferences.ts'
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
  return settings === null ? unknown(visit) : show(settings)
}

/** One of the form's buttons was pressed. Only saving and leaving change anything. */
export async function answerPreferences(visit: Visit, { token }: Named): Promise<Response> {
  const sent = await readForm(visit.request)
  if (sent === null) return new Response(null, { status: 415, headers: privately })
  const stored = await read(visit, token)
  if (stored === null) return unknown(visit)
  const { offer, fields: before } = stored.form
  const fields = fieldsSent(sent, offer, before)
  const settings = { ...stored, form: { ...stored.form, fields, isSaved: false } }

  const action = textOf(sent, 'action')
  switch (action) {
    case 'save':
      return save(visit, settings, token)
    case 'move':
      return move(visit, settings)
    case 'data':
      await sendDataLink(visit, settings)
      return show(settings, { notices: ['dataAsked'] })
    case 'leave':
      return leaveAll(visit, settings)
    default: {
      const locales = reordered(fields.locales, action, textOf(sent, 'add'), offer.locales)
      return show(settings, { fields: { ...fields, locales }, pressed: action })
    }
  }
}

const show = ({ context, form }: Settings, shown: Partial<PreferencesForm> = {}, status = 200): Response =>
  privateResponse(context, preferencesPage(context, { ...form, ...shown }), status)

async function read(visit: Visit, token: string): Promise<Settings | null> {
  const { payload, now } = visit
  const database = databaseOf(payload)
  const id = readPreferencesToken(token)
  const subscriber = id === null ? null : await findSubscriber(id, database)
  if (subscriber === null) return null
  const context = await contextOf(visit, subscriber)
  const form: PreferencesForm = {
    subscriber,
    offer: await loadPreferences(payload, context, subscriber),
    fields: fieldsOf(subscriber, now),
    wording: consentWording(context.locale, context.network.name),
    tomorrow: dayOf(new Date(now.getTime() + DAY_MS)),
    isSaved: true,
    notices: [],
    isBarred: await isBarred(subscriber.addressKey, now, database),
    wrong: [],
    pressed: '',
  }
  return { subscriber, context, form }
}

const DAY_MS = 24 * 3_600_000

async function save(visit: Visit, settings: Settings, token: string): Promise<Response> {
  const { now, payload } = visit
  const { subscriber, form } = settings
  const checked = readPreferences(form.fields, form.offer, subscriber.follows, now)
  if ('wrong' in checked) return show(settings, { wrong: checked.wrong }, 422)
  const { wanted, newAddress } = checked
  const saved = await inTransaction(payload, (transaction) =>
    savePreferences(subscriber, wanted, { wording: form.wording, now }, transaction),
  )
  if (saved === 'gone') return unknown(visit)
  if (saved === 'barred') return show(settings, { wrong: ['newsletters'] }, 409)
  if (newAddress !== null) askOldAddress(visit, subscriber, newAddress)
  // Read anew, since the page may speak another language from here on.
  const stored = await read(visit, token)
  if (stored === null) return unknown(visit)
  const notices: readonly PreferencesNotice[] = newAddress === null ? ['saved'] : ['saved', 'moveAsked']
  return show(stored, { notices })
}

/** The rest of the form stays as it is before the person. */
function move(visit: Visit, settings: Settings): Response {
  const { subscriber, form } = settings
  const newAddress = canonicalAddress(form.fields.newAddress)
  if (newAddress === null) return show(settings, { wrong: ['newAddress'] }, 422)
  askOldAddress(visit, subscriber, newAddress)
  return show(settings, { fields: { ...form.fields, newAddress: '' }, notices: ['moveAsked'] })
}

/** A letter may have been passed on with its link: what shows everything is sent to the mailbox only. */
async function sendDataLink(visit: Visit, { context, subscriber }: Settings): Promise<void> {
  const { now, payload } = visit
  if (!(await isWithinLimit(perPerson('my-data', subscriber.id), now, databaseOf(payload)))) return
  const link = { myDataUrl: myDataUrl(subscriber, now), validMinutes: MY_DATA_MINUTES }
  visit.later(() =>
    mailPerson(visit, context, subscriber.email, (shared, texts) =>
      myDataLink({ ...shared, ...link }, texts),
    ),
  )
}

async function leaveAll({ now, payload }: Visit, { context, subscriber }: Settings): Promise<Response> {
  const { id, newsletterIds, follows } = subscriber
  const ending = {
    subscriberId: id,
    newsletterIds,
    follows,
    how: 'preferences',
    locale: context.locale,
    now,
  } as const
  await inTransaction(payload, (transaction) => endSubscriptions(ending, transaction))
  const { t } = context
  const back = html`<p class="after"><a href="${preferencesPath(id)}">${t('preferences.back')}</a></p>`
  return privateResponse(
    context,
    donePage(context, {
      title: t('preferences.leftTitle'),
      text: t('preferences.left'),
      mood: 'done',
      more: back,
    }),
  )
}

/** A link that was tampered with and one of a person who has left look the same. */
async function unknown(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  return privateResponse(context, notFoundPage(context), 404)
}
