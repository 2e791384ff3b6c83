import './load-env-file.ts'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { reseal } from '../dissemination/reseal.ts'
import { env, requireEnv } from '../env.ts'
import { toolTexts as say } from '../i18n/tool-texts.ts'
import { ownKeyring } from '../secrets/keyring.ts'

const line = (text: string): void => void process.stdout.write(`${text}\n`)

/** Seals every secret in the database with the current key of the ring. Fails if one cannot be opened. */
requireEnv(env)
const payload = await getPayload({ config, disableOnInit: true })
const counts = await reseal(payload)
for (const [name, count] of Object.entries(counts)) line(say('reseal.counts', { name, ...count }))
line(say('reseal.done', { key: ownKeyring()[0].id }))
process.exit(Object.values(counts).some(({ unreadable }) => unreadable > 0) ? 1 : 0)
