import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf } from '../database/database.ts'
import { answerConfirm } from '../site/subscriber/confirm-answers.ts'
import { answerSignUp, answerSignUpForm } from '../site/subscriber/sign-up-answers.ts'
import { createTestChoices } from './create-choices.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import { visitor } from './visitor.ts'

export const english = { locale: 'en' } as const
export const ADDRESS = 'amina@example.org'

const unescaped = (text: string): string => text.replaceAll('&quot;', '"')

interface Sent {
  readonly address?: string
  readonly form: string
  readonly proof?: string
  readonly from?: string
  readonly more?: readonly (readonly [string, string])[]
}

/** For the top of a test file: a network with two newsletters, and a reader who signs up. Each test begins with nobody known. */
export async function signUpVisit() {
  const payload = await getPayload({ config })
  const [letter, otherLetter] = (await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])).newsletterIds
  const choices = await createTestChoices(payload, ['en', 'fr'])
  const on = { reader: visitor(payload) }
  afterAll(() => payload.destroy())
  beforeEach(async () => {
    on.reader = visitor(payload)
    await databaseOf(payload).execute(
      emptying('subscribers subscriptions consent_events suppressions rate_limits'),
    )
  })

  /** Waits as long as somebody takes to fill in the form. */
  function fillIn(): void {
    on.reader.now = new Date(on.reader.now.getTime() + 5_000)
  }

  /** What the form hands out: its token, and the proof that a browser with scripts makes of its challenge. */
  async function handedOut(): Promise<{ readonly form: string; readonly proof: string }> {
    const page = await (await answerSignUpForm(on.reader.get('/en/subscribe'), english)).text()
    const [, given = ''] = /data-challenge="([^"]+)"/.exec(page) ?? []
    const challenge: Challenge = JSON.parse(unescaped(given))
    const solution = await solveChallenge({ challenge, deriveKey })
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
    return { form, proof: JSON.stringify({ challenge, solution }) }
  }

  /** Sends the form, and waits for what is put off until after the answer. */
  async function send({ address = ADDRESS, form, proof = '', from = '192.0.2.1', more = [] }: Sent) {
    const fields = [
      ['form', form],
      ['proof', proof],
      ['email', address],
      ['locale', 'en'],
      ['newsletters', letter],
      ['consent', 'yes'],
      ...more,
    ] as const
    const visit = on.reader.post('/en/subscribe', fields, { headers: { 'X-Forwarded-For': from } })
    const answer = await answerSignUp(visit, english)
    await on.reader.settle()
    return answer
  }

  /** Of the link in the last mail. */
  const mailedToken = (): string =>
    /\/en\/confirm\/([\w.-]+)/.exec(on.reader.inbox.at(-1)?.text ?? '')?.[1] ?? ''

  const confirm = (token = mailedToken()) =>
    answerConfirm(on.reader.post(`/en/confirm/${token}`, [['action', 'confirm']]), { ...english, token })

  /** Somebody signs up and confirms. */
  async function subscribed(): Promise<void> {
    const { form } = await handedOut()
    fillIn()
    await send({ form })
    await confirm()
  }

  return Object.assign(on, {
    payload,
    letter,
    otherLetter,
    choices,
    fillIn,
    handedOut,
    send,
    mailedToken,
    confirm,
    subscribed,
  })
}
