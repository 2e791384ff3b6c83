import type { CollectionConfig } from 'payload'

import { editorsOnly, onlyEditors } from '../src/access/editors.ts'
import { sentOrEditors } from '../src/access/issues.ts'
import { noOne } from '../src/access/nobody.ts'
import {
  findItemsField,
  issueComponents,
  issueTitleField,
  lockedNote,
  proposalComponents,
  subjectComponents,
} from '../src/admin/components.ts'
import { composeEndpoints } from '../src/dissemination/compose/compose-endpoints.ts'
import { correctionEndpoints } from '../src/dissemination/correction-endpoints.ts'
import { decisionEndpoints } from '../src/dissemination/decision-endpoints.ts'
import { issueEndpoints } from '../src/dissemination/issue-endpoints.ts'
import { languageEndpoints } from '../src/dissemination/readiness/language-endpoints.ts'
import { rehearsalEndpoints } from '../src/dissemination/rehearsal/rehearsal-endpoints.ts'
import { scheduleEndpoints } from '../src/dissemination/schedule/schedule-endpoints.ts'
import { keepIssueThatLeft, keepSentIssue } from '../src/dissemination/sent-issues/keep-sent-issue.ts'
import { untilItLeaves, untilItsLanguageLeaves } from '../src/dissemination/sent-issues/open-to-edit.ts'
import { choice } from './fields/choice.ts'
import { ItemsBlock, TextBlock } from './fields/issue-blocks.ts'
import { issueDesign } from './fields/issue-design.ts'
import { issueNumber } from './fields/issue-number.ts'
import { toMany, toOne } from './fields/relation.ts'
import { line, localisedLine, localisedProse, moment } from './fields/text.ts'
import { inEveryLanguage } from './labels.ts'

const text = { update: untilItsLanguageLeaves }

/** One dated number of a newsletter. What it becomes in each language is an edition, kept in the ledger. */
export const Issues: CollectionConfig = {
  slug: 'issues',
  access: { read: sentOrEditors, create: editorsOnly, update: editorsOnly, delete: editorsOnly },
  admin: {
    group: inEveryLanguage('group.newsletter'),
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'newsletter', 'number', 'state', 'sentAt'],
    listSearchableFields: ['subject'],
    components: issueComponents,
  },
  defaultPopulate: { newsletter: true, number: true, subject: true, state: true, sentAt: true },
  defaultSort: '-number',
  indexes: [{ fields: ['newsletter', 'number'], unique: true }],
  versions: false,
  hooks: { beforeChange: [keepSentIssue], beforeDelete: [keepIssueThatLeft] },
  endpoints: [
    ...composeEndpoints,
    ...issueEndpoints,
    ...languageEndpoints,
    ...scheduleEndpoints,
    ...decisionEndpoints,
    ...rehearsalEndpoints,
    ...correctionEndpoints,
  ],
  fields: [
    { ...issueTitleField, label: inEveryLanguage('issues.one') },
    { ...lockedNote, label: inEveryLanguage('issues.one') },
    {
      type: 'row',
      fields: [
        toOne('newsletter', 'newsletters', {
          required: true,
          index: true,
          access: { update: untilItLeaves },
        }),
        issueNumber,
      ],
    },
    { ...issueDesign, access: { update: untilItLeaves } },
    // Whoever subscribes to several of them gets one mail.
    toMany('alsoTo', 'newsletters', { access: { read: onlyEditors, update: untilItLeaves } }),
    // Empty: all of the newsletter's subscribers.
    toOne('segment', 'segments', { access: { read: onlyEditors, update: untilItLeaves } }),
    // Left empty in a language, both are proposed from the leading item.
    localisedLine('subject', { maxLength: 120, access: text, admin: { components: subjectComponents } }),
    localisedLine('preheader', { maxLength: 150, access: text, admin: { components: proposalComponents } }),
    localisedProse('intro', { maxLength: 2000, access: text }),
    findItemsField,
    {
      name: 'contents',
      type: 'blocks',
      required: true,
      maxRows: 30,
      access: text,
      blocks: [ItemsBlock, TextBlock],
    },
    choice('state', ['draft', 'scheduled', 'preparing', 'sending', 'paused', 'sent', 'cancelled'], {
      vocabulary: 'issueState',
      required: true,
      defaultValue: 'draft',
      index: true,
      access: { create: noOne, update: noOne },
      admin: { position: 'sidebar', readOnly: true },
    }),
    // Why the system gave it back as a draft or paused it: see `IssueProblem`.
    line('problem', {
      access: { create: noOne, update: noOne },
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: ({ problem } = {}) => Boolean(problem),
      },
    }),
    // Set by its own endpoints: a moment, and the time zone in which somebody chose it.
    moment('scheduledFor', {
      access: { create: noOne, update: noOne, read: onlyEditors },
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: ({ scheduledFor } = {}) => Boolean(scheduledFor),
      },
    }),
    line('scheduleZone', {
      access: { create: noOne, update: noOne, read: onlyEditors },
      admin: { hidden: true },
    }),
    moment('sentAt', {
      access: { create: noOne, update: noOne },
      admin: { position: 'sidebar', readOnly: true },
    }),
  ],
}
