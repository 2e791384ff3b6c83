import './load-env-file.ts'

import { randomBytes } from 'node:crypto'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { loadVocabularies } from '../demo/loading/vocabularies.ts'
import { env, requireEnv } from '../env.ts'
import { toolTexts as say } from '../i18n/tool-texts.ts'

const line = (text: string): void => void process.stdout.write(`${text}\n`)

/** What a network's own, empty database needs before anybody can work: the closed lists, and somebody who may sign in. */
async function setUp(email: string): Promise<void> {
  const payload = await getPayload({ config })
  await loadVocabularies(payload, ({ done, total }) => {
    if (done === total) line(say('setUp.vocabularies', { count: total }))
  })
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return line(say('setUp.hasUsers'))
  const password = randomBytes(15).toString('base64url')
  await payload.create({
    collection: 'users',
    data: { email, name: email.split('@')[0] ?? email, password, roles: ['administrator'] },
  })
  line(say('setUp.administrator', { email, password }))
}

const [, , email = ''] = process.argv
if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
  line(say('setUp.usage'))
  process.exit(1)
}
requireEnv(env)
await setUp(email)
process.exit()
