/**
 * A sealed or signed text with one character exchanged: surely another text, whatever stood there by chance.
 *
 * @param index From 0; below it counts from the end. The last character of a base64url text may carry no bit.
 */
export function tampered(text: string, index = -3): string {
  const at = index < 0 ? text.length + index : index
  return text.slice(0, at) + (text.charAt(at) === 'A' ? 'B' : 'A') + text.slice(at + 1)
}
