import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { readMyDataToken } from '../../audience/my-data-token.ts'
import { type PersonalData, personalData } from '../../audience/personal-data.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import { loadDataNames } from './load-data-names.ts'
import { myDataPage } from './my-data-page.ts'
import { contextOf } from './own-language.ts'
import { donePage } from './plain-pages.ts'
import { readForm, textOf } from './read-form.ts'

interface Named {
  readonly token: string
}

interface Opened {
  readonly subscriber: Subscriber
  readonly data: PersonalData
  readonly context: SiteContext
}

/** Everything that is kept about a person, for whoever can read the mail that led here. */
export async function answerMyDataForm(visit: Visit, { token }: Named): Promise<Response> {
  const opened = await open(visit, token)
  return opened === null ? unusable(visit) : show(visit, opened, token, false)
}

/** The same as a file. Reading changes nothing. */
export async function answerMyDataFile(visit: Visit, { token }: Named): Promise<Response> {
  const opened = await open(visit, token)
  if (opened === null) return unusable(visit)
  const file = { madeAt: visit.now.toISOString(), ...opened.data }
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      ...privately,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** Erasing is asked once more, in place. */
export async function answerMyData(visit: Visit, { token }: Named): Promise<Response> {
  const sent = await readForm(visit.request)
  if (sent === null) return new Response(null, { status: 415, headers: privately })
  const opened = await open(visit, token)
  if (opened === null) return unusable(visit)
  const action = textOf(sent, 'action')
  if (action !== 'erase-for-good') return show(visit, opened, token, action === 'erase')
  const { context, subscriber } = opened
  const { payload, now } = visit
  await inTransaction(payload, (transaction) => eraseSubscriber(subscriber, now, transaction))
  const { t } = context
  const page = { title: t('preferences.erasedTitle'), text: t('preferences.erased'), mood: 'done' } as const
  return privateResponse(context, donePage(context, page))
}

async function open(visit: Visit, token: string): Promise<Opened | null> {
  const database = databaseOf(visit.payload)
  const owner = readMyDataToken(token, visit.now)
  const subscriber = owner === null ? null : await findSubscriber(owner.subscriberId, database)
  if (subscriber === null || subscriber.addressKey !== owner?.addressKey) return null
  const data = await personalData(subscriber.id, database)
  return data === null ? null : { subscriber, data, context: await contextOf(visit, subscriber) }
}

async function show(
  { payload }: Visit,
  { context, data, subscriber }: Opened,
  token: string,
  isErasing: boolean,
): Promise<Response> {
  const names = await loadDataNames(data, context.locale, databaseOf(payload))
  return privateResponse(
    context,
    myDataPage(context, {
      data,
      names,
      isErasing,
      subscriberId: subscriber.id,
      filePath: `/my-data/${token}/data.json`,
    }),
  )
}

/** Too old, or its work is done: the way to a new one is the same. */
async function unusable(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  const { t } = context
  const page = { title: t('confirm.unusableTitle'), text: t('myData.unusable'), mood: 'sorry' } as const
  return privateResponse(context, donePage(context, page), 410)
}
