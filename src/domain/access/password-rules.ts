export const shortestPassword = 12
export const longestPassword = 200

/**
 * What is wrong with a password, in words, or null. Length is what makes guessing dear (NIST SP 800-63B); kinds of
 * characters are not asked for, as they only make people write it down.
 */
export function passwordProblem(password: string, known: readonly string[]): string | null {
  const length = [...password].length
  if (length < shortestPassword) return `Password must have at least ${shortestPassword} characters`
  if (length > longestPassword) return `Password must have at most ${longestPassword} characters`
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5) return 'Password must have at least 5 different characters'
  if (rises(plain)) return 'Password must not be a run of the alphabet or of numbers'
  const rest = known
    .flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/))
    .filter((word) => word.length > 3)
    .reduce((text, word) => text.replaceAll(word, ''), plain)
  return [...rest].length < 8
    ? 'Password must be more than the e-mail address or the post with a little added'
    : null
}

/** Every character is the next after the one before: 'abcdefghijkl', '123456789012' from 9 back to 0. */
const rises = (text: string): boolean =>
  [...text].every((letter, index) => {
    const before = text.charCodeAt(index - 1)
    const step = letter.charCodeAt(0) - before
    return index === 0 || step === 1 || (letter === '0' && before === 57)
  })
