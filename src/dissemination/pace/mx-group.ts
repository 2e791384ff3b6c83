/** Names under which one provider takes mail. */
const sameProvider: Readonly<Record<string, string>> = {
  'googlemail.com': 'google.com',
  'mx.microsoft': 'outlook.com',
}

/**
 * The provider behind a mail exchanger: all domains that share it are paced as one. Its name without the host, which is
 * the last two labels, or three where the second last is short as in `co.uk`. A wrong cut makes smaller groups, no more.
 */
export function mxGroupOf(exchanger: string): string {
  const labels = exchanger.toLowerCase().replace(/\.$/, '').split('.')
  const [country = '', second = ''] = labels.toReversed()
  const isSecondLevel = country.length === 2 && second.length <= 3
  const name = labels.slice(isSecondLevel ? -3 : -2).join('.')
  return sameProvider[name] ?? name
}
