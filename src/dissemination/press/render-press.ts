import type { Payload } from 'payload'

import type { ItemFile } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import { translator } from '../../i18n/translator.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import { findRelease } from '../../ledger/press-mails.ts'
import { hostAndPort } from '../../network/guard.ts'
import { NetworkError } from '../../network/network-error.ts'
import { type Requester, requester } from '../../network/request.ts'
import type { Attachment } from '../../newsletter/transports/transport.ts'
import { personalFrame } from '../personal/personal-frame.ts'
import type { RenderedPersonal } from '../personal/personal-renderer.ts'

/** More than all that comes with one release. */
const MAX_FILE_BYTES = 8 * 1024 * 1024

/** To our own site, which may be this machine. */
const ownRequest = requester({
  allowedPrivateHosts: [...env.ALLOWED_PRIVATE_HOSTS, hostAndPort(new URL(env.PUBLIC_URL))],
})

/** A release as it was composed, with its files as they are now. */
export async function renderPress(
  payload: Payload,
  { key }: Pick<HeldPersonalMail, 'key'>,
  request: Requester = ownRequest,
): Promise<RenderedPersonal> {
  const release = await findRelease(key, databaseOf(payload))
  if (release === null) return { skip: 'nothing-left' }
  const { locale, subject, html, text, files, replyTo } = release
  const { network } = await personalFrame(payload, [locale])
  const attachments = await Promise.all(files.map((file) => attachmentOf(file, request)))
  return {
    locale,
    subject,
    html,
    text,
    replyTo,
    fromName: network.name,
    listName: translator(locale, 'terms')('service.press'),
    attachments: attachments.flatMap((attachment) => attachment ?? []),
  }
}

/** Null: it is gone from our site. The mail goes without it; its link says the same. */
async function attachmentOf({ url, name, type }: ItemFile, request: Requester): Promise<Attachment | null> {
  try {
    const { status, body } = await request({ url: new URL(url), method: 'GET', maxBytes: MAX_FILE_BYTES })
    if (status !== 200) return null
    return { filename: name, contentType: type, content: body.toString('base64'), encoding: 'base64' }
  } catch (error) {
    if (error instanceof NetworkError && error.kind === 'too-large') return null
    throw error
  }
}
