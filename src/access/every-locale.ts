import type { PayloadRequest } from 'payload'

/** Whether a request is about all languages at once. REST takes `*` for it too, which Payload's type does not say. */
export const isEveryLocale = ({ locale }: PayloadRequest): boolean => ['all', '*'].includes(String(locale))
