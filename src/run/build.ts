import './load-env-file.ts'

import { buildWeb } from './web-build.ts'

/** `npm run build`: what `npm start` does when the pages are out of date, for a release step of its own. */
await buildWeb({
  env: process.env,
  onStart: () => undefined,
  onLine: (line) => void process.stdout.write(`${line}\n`),
  signal: new AbortController().signal,
})
