/** Shorter ones stand in too many words to be taken out. */
const MIN_CHARACTERS = 6

/** What another side said, without what we gave it to know us by, however that was written in the address or body. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= MIN_CHARACTERS)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, '[…]'), text)
}
