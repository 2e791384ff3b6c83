import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { env } from '../env.ts'
import { toolTexts } from '../i18n/tool-texts.ts'
import { loadDemoNetwork } from './load-demo-network.ts'

const t = toolTexts
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The partners' server is the one private address that the product may reach. */
const [partners] = env.ALLOWED_PRIVATE_HOSTS
if (!env.EMISSARY_DEMO || partners === undefined) {
  say(t('demo.load.not-here'))
  process.exit(1)
}

const payload = await getPayload({ config, disableOnInit: true })
const result = await loadDemoNetwork(payload, {
  partnersUrl: `http://${partners}`,
  onProgress: ({ step, done, total }) => {
    if (done === total) say(t(`demo.load.${step}`, { count: total }))
  },
})
if (result === 'refused') say(t('demo.load.refused'))
await payload.destroy()
process.exit(result === 'refused' ? 1 : 0)
