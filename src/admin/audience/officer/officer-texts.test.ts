import { expect, test } from 'vitest'

import { lookKinds } from '../../../audience/looks.ts'
import { retentionRuleNames } from '../../../audience/retention/retention-rules.ts'
import { suppressionOrigins, suppressionReasons } from '../../../audience/suppression/suppression-reasons.ts'
import { messages } from '../../../i18n/translator.ts'
import { suppressionListProblems } from '../../../newsletter/transports/resend-suppressions.ts'

test.for([
  ...suppressionReasons.map((reason) => `suppressions.reason.${reason}`),
  ...suppressionOrigins.map((origin) => `suppressions.origin.${origin}`),
  ...suppressionListProblems.map((problem) => `suppressions.sync.problem.${problem}`),
  ...lookKinds.map((kind) => `looks.kind.${kind}`),
  ...retentionRuleNames.map((rule) => `retention.rule.${rule}`),
])('%s has a text', (key) => {
  expect(messages('en', 'audience')).toHaveProperty([key])
})
