import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { browserModule } from '../sdk/browser-module.ts'
import { projectRoot } from './project-root.ts'

/** Writes the typed client as browsers load it. */
writeFileSync(join(projectRoot, 'src/site/scripts/emissary-client.js'), browserModule())
