import type { TextFieldServerProps } from 'payload'

import { mayPublish } from '../../../access/roles.ts'
import { viewContext } from '../../view-context.ts'
import { composeTexts } from './compose-texts.ts'
import { Proposal } from './proposal.tsx'

/** The text that a field would get if it were left empty, below the field. */
export function ProposalField({ req, path, field }: TextFieldServerProps) {
  if (!mayPublish(req.user)) return null
  const { language } = viewContext(req)
  return (
    <Proposal
      path={path}
      part={field.name === 'subject' ? 'subject' : 'preheader'}
      texts={composeTexts(language)}
      language={language}
    />
  )
}
