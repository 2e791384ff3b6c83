import { expect, test } from 'vitest'

import { evidenceSchema } from '../../../audience/imports/evidence.ts'
import { fileFaults } from '../../../audience/imports/file-fault.ts'
import { importFields } from '../../../audience/imports/import-fields.ts'
import { rowOutcomes } from '../../../audience/imports/import-store.ts'
import { rowFaults } from '../../../audience/imports/read-row.ts'
import { standingReasons } from '../../../audience/imports/row-standing.ts'
import { messages } from '../../../i18n/translator.ts'
import { fieldKey, wizardSteps } from './wizard.ts'

test.for([
  ...fileFaults.map((reason) => `imports.fault.${reason}`),
  ...[...rowFaults, ...standingReasons].map((reason) => `imports.reason.${reason}`),
  ...rowOutcomes.map((outcome) => `imports.outcome.${outcome}`),
  ...importFields.map(fieldKey),
  ...wizardSteps.map((step) => `imports.step.${step}`),
  ...Object.keys(evidenceSchema.shape).map((field) => `imports.wrong.${field}`),
])('%s has a text', (key) => {
  expect(messages('en', 'audience')).toHaveProperty([key])
})
