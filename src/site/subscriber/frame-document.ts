import { type Html, html } from '../../content/markup/html.ts'
import type { SiteContext } from '../site-context.ts'
import { stylesheetPath } from '../stylesheet.ts'

interface Framed {
  readonly title: string
  readonly body: Html
  readonly head?: Html
  /** @default true */
  readonly isForm?: boolean
}

/** A document that stands in a page of somebody else, who brings masthead and footer. */
export const frameDocument = (
  { locale, direction, t, network }: SiteContext,
  { title, body, head, isForm = true }: Framed,
): Html =>
  html`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t('page.title', { title, network: network.name })}</title>
<link rel="stylesheet" href="${stylesheetPath}">
${head}
</head>
<body class="frame"><main id="main"${isForm && html` class="form"`}>${body}</main></body>
</html>
`
