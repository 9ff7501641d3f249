import type { Read } from '../web/form.ts'

/** A new password typed twice. Whether it is a good one is said where it is known whose it is. */
export function readNewPassword(body: URLSearchParams): Read<string> {
  const next = body.get('next') ?? ''
  if (next === '') return { ok: false, problems: [{ field: 'next', text: 'Enter a new password' }] }
  if (next !== body.get('again'))
    return {
      ok: false,
      problems: [{ field: 'again', text: 'Enter the same password again: the two differ' }],
    }
  return { ok: true, input: next }
}
