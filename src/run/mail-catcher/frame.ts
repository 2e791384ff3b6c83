import { type Html, html } from '../../content/markup/html.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { mark } from '../../site/mark.ts'

/** The catcher speaks English, like the terminal it is started from. */
export const say = toolTexts

/** What every page of the catcher has around it. */
export const frame = (title: string, main: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('catcher.pageTitle', { title })}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/catcher.css">
<script src="/assets/catcher.js" defer></script>
</head>
<body>
<header class="catcher-head"><div class="wrap">
<a class="catcher-name" href="/">${mark}<span>${say('catcher.name')}</span></a>
<p>${say('catcher.promise')}</p>
</div></header>
<main class="wrap">${main}</main>
</body>
</html>
`

const megabyte = 1024 * 1024

/** `37 KB`, `1.2 MB`: as mail programs count. */
export const size = (bytes: number): string =>
  bytes < megabyte
    ? say('catcher.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) })
    : say('catcher.megabytes', { size: (bytes / megabyte).toFixed(1) })

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

export const time = (at: string): Html => html`<time datetime="${at}">${clock.format(new Date(at))}</time>`
