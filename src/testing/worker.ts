import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { startWorkers } from '../dissemination/workers.ts'

const payload = await getPayload({ config })
const workers = await startWorkers(payload)
process.once('SIGTERM', async () => {
  await workers.stop()
  process.exit()
})
process.send?.('ready')
