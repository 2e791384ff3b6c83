import type { Mjml } from '../../emails/mjml.ts'
import { letterThread } from './rendering/letter-thread.ts'

/**
 * Turns a mail's MJML into the HTML that leaves us, beside the main thread.
 * @throws when the template is no valid MJML, which is a fault of ours.
 * @throws {ThreadError} when the rendering thread failed. Nothing was rendered; asking again is safe.
 */
export const htmlOf = ({ source }: Mjml): Promise<string> => letterThread().run('render', source)
