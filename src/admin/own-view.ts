import type { AdminViewConfig } from 'payload'

import { sourceLocale } from '../i18n/locales.ts'
import { type Namespace, translator } from '../i18n/translator.ts'

/** A view of ours beside Payload's. Payload asks for the title of its window once, not for each language. */
export const view = (
  path: `/${string}`,
  Component: string,
  title: string,
  namespace: Namespace = 'translation',
): AdminViewConfig => ({
  path,
  Component,
  exact: true,
  meta: { title: translator(sourceLocale, namespace)(title) },
})
