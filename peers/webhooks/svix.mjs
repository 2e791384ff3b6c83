/** Whether a library of Svix, named as an argument, accepts signed requests: a JSON list of them on standard input. */
import { json } from 'node:stream/consumers'

const { Webhook, WebhookVerificationError } = await import(process.argv[2])

const verdicts = (await json(process.stdin)).map(({ secret, headers, body }) => {
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
})
process.stdout.write(JSON.stringify(verdicts))
