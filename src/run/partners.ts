import { join } from 'node:path'

import { startPartners } from '../demo/partners/server.ts'
import { serve } from './child.ts'

/** A child process of the launcher: the demo's partners, on this machine. */
await serve(() =>
  startPartners({
    port: Number(process.env.PARTNERS_PORT),
    host: '127.0.0.1',
    dataDir: join(process.env.DATA_DIR ?? '.data', 'partners'),
  }),
)
