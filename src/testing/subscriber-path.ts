import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { unsubscribeUrl } from '../audience/links.ts'
import { databaseOf, sql } from '../database/database.ts'
import { answerConfirm } from '../site/subscriber/confirm-answers.ts'
import { answerSignUp, answerSignUpForm } from '../site/subscriber/sign-up-answers.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { type Visitor, visitor } from './visitor.ts'

export const ADDRESS = 'amina@example.org'
/** What is kept about people where nobody is known. */
export const nothing = { subscribers: [], subscriptions: [], consents: [], suppressions: [] }
export const english = { locale: 'en' } as const

interface SignUp {
  readonly address?: string
  readonly newsletters?: readonly string[]
  readonly consent?: boolean
  readonly trap?: string
  readonly from?: string
}

/** A network with two newsletters, and one visitor who goes from one page to the next. */
interface SubscriberPath {
  payload: Payload
  practiceLetter: string
  policyLetter: string
  amina: Visitor
}

/** For the top of a test file: each test begins with nobody known. Its members are there once a test runs. */
export function subscriberPath() {
  const path = {} as SubscriberPath

  beforeAll(async () => {
    path.payload = await getPayload({ config })
    const { newsletterIds } = await createTestNetwork(path.payload, ['en'])
    ;[path.practiceLetter, path.policyLetter] = newsletterIds
  })
  afterAll(() => path.payload.destroy())
  beforeEach(async () => {
    path.amina = visitor(path.payload)
    await databaseOf(path.payload).execute(
      emptying('subscribers subscriptions consent_events suppressions rate_limits'),
    )
  })

  async function rowsOf(table: string, columns: string): Promise<Record<string, unknown>[]> {
    const { rows } = await databaseOf(path.payload).execute<Record<string, unknown>>(
      sql.raw(`select ${columns} from ${table} order by ${columns}`),
    )
    return rows
  }

  /** Everything that is kept about people. */
  const kept = async () => ({
    subscribers: await rowsOf('subscribers', 'email, locale, further_locales::text, status, paused_until'),
    subscriptions: await rowsOf('subscriptions', 'newsletter_id, state, ended_how'),
    consents: await rowsOf('consent_events', 'kind, newsletter_ids::text, source'),
    suppressions: await rowsOf('suppressions', 'scope, reason'),
  })

  async function formToken(): Promise<string> {
    const page = await (await answerSignUpForm(path.amina.get('/en/subscribe'), english)).text()
    path.amina.now = new Date(path.amina.now.getTime() + 5_000)
    return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  }

  async function signUp({
    address = ADDRESS,
    newsletters = [path.practiceLetter],
    consent = true,
    trap = '',
    from = '192.0.2.1',
  }: SignUp = {}) {
    const visit = path.amina.post(
      '/en/subscribe',
      [
        ['form', await formToken()],
        ['website', trap],
        ['email', address],
        ['locale', 'en'],
        ['second', ''],
        ...newsletters.map((id) => ['newsletters', id] as const),
        ...(consent ? [['consent', 'yes'] as const] : []),
      ],
      { headers: { 'X-Forwarded-For': from } },
    )
    const answer = await answerSignUp(visit, english)
    await path.amina.settle()
    return answer
  }

  /** The token of the link in the last mail. */
  function mailedToken(): string {
    return /\/en\/confirm\/([\w.-]+)/.exec(path.amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''
  }

  const confirm = (token = mailedToken()) =>
    answerConfirm(path.amina.post(`/en/confirm/${token}`, [['action', 'confirm']]), { ...english, token })

  async function subscribe(newsletters: readonly string[] = [path.practiceLetter]): Promise<string> {
    await signUp({ newsletters })
    await confirm()
    const [row] = await rowsOf('subscribers', 'id')
    return String(row?.id)
  }

  const leavingToken = (subscriberId: string): string =>
    tokenOf(unsubscribeUrl({ subscriberId, list: path.practiceLetter }))

  return Object.assign(path, {
    rowsOf,
    kept,
    formToken,
    signUp,
    mailedToken,
    confirm,
    subscribe,
    leavingToken,
  })
}

/** The last part of an absolute address. */
export const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** What an answer tells whoever gets it. */
export const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})
