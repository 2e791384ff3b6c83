/** `in reply to RCPT TO`: what the server said no to, where the text has the dialogue. Empty: it has none. */
export function commandIn(text: string): string {
  const answered = text.search(/<<<[ \t]*[45]\d\d/)
  const before = answered < 0 ? text : text.slice(0, answered)
  const commands = [
    ...before.matchAll(/(?:>>>\s*|in reply to\s+|after\s+)(MAIL FROM|RCPT TO|(?:end of )?DATA)\b/gi),
  ]
  const command = commands.at(answered < 0 ? 0 : -1)?.[1]
  if (command !== undefined) return `in reply to ${command}`
  return /\b(has )?rejected (the )?message\b/i.test(text) ? 'in reply to end of DATA' : ''
}

/**
 * What the other server said, where a transcript has that: what stands below it is the reporter's own reading, which calls
 * many a refusal an unknown user. Of several answers the first: the others follow from it. Empty: nothing is quoted.
 */
export function quotedIn(text: string): string {
  const reason = /^[ \t]*\(reason:[ \t]*([45]\d\d[^\n]*)/m.exec(text)?.[1]
  if (reason !== undefined) return reason
  const answers = [...text.matchAll(/^[ \t]*<<<[ \t]*([45]\d\d[^\n]*)/gm)].map(([, answer = '']) => answer)
  // An answer of several lines has the same code on each.
  const code = answers[0]?.slice(0, 3)
  const end = answers.findIndex((answer) => !answer.startsWith(code ?? ''))
  return answers.slice(0, end < 0 ? undefined : end).join('\n')
}

/** Lines that were broken for their length, made whole. */
export const unfolded = (text: string): string =>
  text.replace(/([^\n]{50,})\n(?:[ \t]+(?=\S)|(?=[a-z]))/g, '$1 ')

/** Whether a text quotes another server: what is said then is not the reporter's own word on mailboxes of its own. */
export const quotesAnother = (text: string): boolean =>
  /\b(said|says|responded|response|answered|replied|remote|talking to|smtp|transcript|reported|(host|server) \S{1,64} (returned|refused))\b|[<>]{3}/i.test(
    text,
  )
