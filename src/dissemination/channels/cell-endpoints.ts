import { choiceEndpoints } from './choice-endpoints.ts'
import { compareEndpoints } from './compare-endpoint.ts'
import { decideEndpoints } from './decide-endpoint.ts'
import { previewEndpoints } from './preview-endpoints.ts'

/** Below `/api/dissemination/:collection/:id`. What reads is a GET, or says in its body what is not saved, and changes nothing. */
export const cellEndpoints = [
  ...choiceEndpoints,
  ...decideEndpoints,
  ...previewEndpoints,
  ...compareEndpoints,
]
