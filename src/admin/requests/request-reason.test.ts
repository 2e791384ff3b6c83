import { expect, test } from 'vitest'

import { messages, translator } from '../../i18n/translator.ts'
import { engineErrorReasons } from '../../translation/engines/engine-error.ts'
import { pieceFaults } from '../../translation/engines/markup.ts'
import { requestActions } from '../../translation/requests/change-request.ts'
import { requestStates } from '../../translation/requests/request-state.ts'
import { requestReason } from './request-reason.ts'

const t = translator('en', 'translation')
const known = messages('en', 'translation')

test.for([
  ...requestStates.map((state) => `request.state.${state}`),
  ...requestActions.map((action) => `request.action.${action}`),
  ...engineErrorReasons.map((reason) => `request.reason.${reason}`),
  ...pieceFaults.map((fault) => `request.fault.${fault}`),
])('%s has a text', (key) => {
  expect(known).toHaveProperty([key])
})

test.for([
  ['over-budget', 'The characters of this month are used up.'],
  ['piece-refused|mark-lost|body#a|b', 'Not taken: body#a|b, because a link or emphasis was lost.'],
  ['On leave until May', 'On leave until May'],
  [null, null],
] as const)('the reason %s is told as “%s”', ([reason, sentence]) => {
  expect(requestReason(t, reason)).toBe(sentence)
})
