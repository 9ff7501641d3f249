/** An address within this site to go on to, or the other when it would lead elsewhere ('//evil.example', '/\evil'). */
export function ownAddress(text: string | null, otherwise: string): string {
  if (text === null || !/^\/(?![/\\])[^\s\\]*$/.test(text)) return otherwise
  // What is left must not be read by a browser as another site's, whatever it holds.
  return URL.canParse(text, 'http://here') && new URL(text, 'http://here').host === 'here' ? text : otherwise
}
