import type { Access } from 'payload'

import { mayPublish } from './roles.ts'

/** An issue becomes public when it has been sent, never before. */
export const sentOrEditors: Access = ({ req: { user } }) => mayPublish(user) || { state: { equals: 'sent' } }
