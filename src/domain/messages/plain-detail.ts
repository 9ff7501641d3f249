const longest = 300

/** What a mail server said, fit to be kept and shown: on one line, not long, and without anybody's address. */
export function plainDetail(text: string): string {
  const said = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/<?[^\s<>"(),:;]+@[^\s<>"'(),;]+>?/g, '(address)')
    .replace(/\s+/g, ' ')
    .trim()
  if (said === '') return 'No reason was given'
  return said.length <= longest ? said : `${said.slice(0, longest - 1)}…`
}
