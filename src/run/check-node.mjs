import { readFileSync } from 'node:fs'

// Loaded before everything else, and in plain JavaScript: an older Node cannot even read our files.
const wanted = 24
const found = process.versions.node

if (Number(found.split('.')[0]) < wanted) {
  const texts = JSON.parse(readFileSync(new URL('../../locales/en/tools.json', import.meta.url), 'utf8'))
  const sentence = texts['start.error.node-too-old']
    .replaceAll('{{wanted}}', String(wanted))
    .replaceAll('{{found}}', found)
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
