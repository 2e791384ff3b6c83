import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

/**
 * Whether the server takes mailbox names beyond ASCII (RFC 6531). nodemailer sends such a mail anyway, so we ask first;
 * once, when the first such address comes up. What was not answered is asked again next time.
 */
export function smtpUtf8Probe(options: SMTPConnectionOptions): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null
  return () => {
    answer ??= ask(options).catch((error: unknown) => {
      answer = null
      throw error
    })
    return answer
  }
}

function ask(options: SMTPConnectionOptions): Promise<boolean> {
  const connection = new SMTPConnection(options)
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => {
      if (error) return reject(error)
      const greeting = connection.lastServerResponse || ''
      connection.quit()
      resolve(/^250[ -]SMTPUTF8\b/im.test(greeting))
    })
  })
}
