import type { AnnouncementParts } from './announcement.ts'
import { plainBlocks } from './announcement.ts'
import { withAddresses } from './chat-webhook.ts'

/** What means something anywhere in a line, and what only at its beginning: https://docs.discord.com/developers/reference#message-formatting */
const anywhere = /[\\*_~`|<>[\]()@]/g
const atBeginning = /^(\s*)([#\-+]|\d+(?=\.))/gm

/** A text that shows as it was written. Addresses stay as they are: escaped, they lead nowhere. */
export const escapeDiscord = (text: string): string =>
  withAddresses(text)
    .map((piece) =>
      piece.isAddress
        ? piece.text
        : piece.text
            .replace(anywhere, '\\$&')
            .replace(atBeginning, (_, blank: string, sign: string) =>
              /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
            ),
    )
    .join('')

/**
 * An announcement as Discord writes it, its title in bold.
 * @param hasPicture then the address stands in brackets, so that the page's own picture is not drawn beside ours.
 */
export const discordText = (parts: AnnouncementParts, hasPicture: boolean): string =>
  plainBlocks({
    ...parts,
    notice: escapeDiscord(parts.notice),
    title: parts.title === '' ? '' : `**${escapeDiscord(parts.title)}**`,
    appointment: parts.appointment.map(escapeDiscord),
    summary: escapeDiscord(parts.summary),
    url: hasPicture && parts.url !== '' ? `<${parts.url}>` : parts.url,
    closing: parts.closing.map(escapeDiscord),
  })
