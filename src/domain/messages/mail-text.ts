/** One mailbox and nothing that a mail server could read as two, or as part of another header. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s\p{Cc}"(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(text)

/** A subject is one line: what breaks lines in it would begin another header. */
export const subjectLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
